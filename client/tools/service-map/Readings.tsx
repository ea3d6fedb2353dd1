import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { localDay } from '../../../shared/doc/day'
import { plural } from '../../../shared/doc/words'
import { endingSoon, fragileWords, unusedPlaces } from '../../../shared/tools/service-map/capacity'
import { type Hole, holesOf, missingKinds } from '../../../shared/tools/service-map/holes'
import { overlapsOf } from '../../../shared/tools/service-map/overlaps'
import { useWorkshop } from '../../app/workshop-context'
import { HoleActs } from './HoleActs'
import type { Carry } from './use-carry'
import type { MapView } from './use-map'

interface ReadingsProps {
  readonly view: MapView
  readonly carry: Carry
}

/** What the map says, in words: what nobody offers, what several do, whose money ends, and where there is room. */
export function Readings({ view: { map }, carry }: ReadingsProps) {
  const { serverNow } = useWorkshop()
  const holes = useMemo(() => holesOf(map), [map])
  const missing = useMemo(() => missingKinds(map), [map])
  const overlaps = useMemo(() => overlapsOf(map), [map])
  const names = useMemo(() => new Map(map.parties.map(({ id, name }) => [id, name])), [map])
  if (map.services.length === 0) return null
  const nameOf = (id: string) => names.get(id) ?? ''
  const ending = endingSoon(map, localDay(serverNow())).map((each) => ({ key: each.id, words: fragileWords(each, nameOf(each.partnerId)) }))
  const free = unusedPlaces(map).map(({ service, places }) => ({
    key: service.id,
    words: `${service.label} (${nameOf(service.partnerId)}): ${places.toLocaleString('en')} a year.`,
  }))
  const holeActs = (hole: Hole) => <HoleActs hole={hole} carry={carry} />
  return (
    <section className="card smap-panel" aria-labelledby="smap-says">
      <h2 className="h" id="smap-says">
        What the map says
      </h2>
      <h3 className="smap-title">What nobody offers</h3>
      <Lines lines={holes} none="Every stage has a service, as far as anybody said for whom it is." acts={holeActs} />
      {missing.length > 0 ? (
        <details className="smap-more">
          <summary>Kinds of service and support without a partner, {missing.length}</summary>
          {(['service', 'support'] as const).map((kind) => (
            <Lines key={kind} lines={missing.filter((hole) => hole.kind === kind)} acts={holeActs} />
          ))}
        </details>
      ) : null}
      <h3 className="smap-title">What several offer</h3>
      <Lines lines={overlaps} none="No two partners offer the same to the same people at one stage." />
      {ending.length > 0 ? <h3 className="smap-title">Money that ends within a year</h3> : null}
      <Lines lines={ending} />
      {free.length > 0 ? (
        <details className="smap-more">
          <summary>Places that are free, at {plural(free.length, 'service')}</summary>
          <Lines lines={free} />
        </details>
      ) : null}
      {map.waiting.length > 0 ? (
        <p className="meta">
          Not counted, since their stage was taken out or their partner left the list: {map.waiting.map(({ label }) => label).join(', ')}.
        </p>
      ) : null}
    </section>
  )
}

interface Line {
  readonly key: string
  readonly words: string
}

interface LinesProps<Each extends Line> {
  readonly lines: readonly Each[]
  readonly none?: string
  readonly acts?: (line: Each) => ReactNode
}

function Lines<Each extends Line>({ lines, none, acts }: LinesProps<Each>) {
  if (lines.length === 0) return none ? <p className="meta">{none}</p> : null
  return (
    <ul className="smap-lines">
      {lines.map((line) => (
        <li key={line.key}>
          <span className="grow">{line.words}</span>
          {acts?.(line)}
        </li>
      ))}
    </ul>
  )
}
