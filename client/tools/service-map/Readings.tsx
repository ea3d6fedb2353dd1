import { useMemo } from 'react'
import { holesOf, missingKinds } from '../../../shared/tools/service-map/holes'
import { overlapsOf } from '../../../shared/tools/service-map/overlaps'
import type { MapView } from './use-map'

/** What the map says, in words: what nobody offers, and what several do. */
export function Readings({ view: { map } }: { readonly view: MapView }) {
  const holes = useMemo(() => holesOf(map), [map])
  const missing = useMemo(() => missingKinds(map), [map])
  const overlaps = useMemo(() => overlapsOf(map), [map])
  if (map.services.length === 0) return null
  return (
    <section className="card smap-panel" aria-labelledby="smap-says">
      <h2 className="h" id="smap-says">
        What the map says
      </h2>
      <h3 className="smap-title">What nobody offers</h3>
      <Lines lines={holes} none="Every stage has a service, as far as anybody said for whom it is." />
      {missing.length > 0 ? (
        <details className="smap-more">
          <summary>Kinds of service and support without a partner, {missing.length}</summary>
          <Lines lines={missing} none="" />
        </details>
      ) : null}
      <h3 className="smap-title">What several offer</h3>
      <Lines lines={overlaps} none="No two partners offer the same to the same people at one stage." />
      {map.waiting.length > 0 ? (
        <p className="meta">
          Not counted, since their stage was taken out or their partner left the list: {map.waiting.map(({ label }) => label).join(', ')}.
        </p>
      ) : null}
    </section>
  )
}

function Lines({ lines, none }: { readonly lines: readonly { readonly key: string; readonly words: string }[]; readonly none: string }) {
  if (lines.length === 0) return <p className="meta">{none}</p>
  return (
    <ul className="smap-lines">
      {lines.map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  )
}
