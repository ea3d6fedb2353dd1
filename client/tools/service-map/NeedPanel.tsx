import { Pencil } from 'lucide-react'
import { useMemo, useState } from 'react'
import { assessedIn } from '../../../shared/tools/service-map/assessment'
import { placesOf, placesWords } from '../../../shared/tools/service-map/capacity'
import { assessPrompts } from '../../../shared/tools/service-map/catalogue'
import type { StageId } from '../../../shared/tools/service-map/schema'
import { Button } from '../../ui/Button'
import { NeedDialog } from './NeedDialog'
import type { MapView } from './use-map'

/** Each stage against the need: places, strengths, weaknesses, challenges and gaps. */
export function NeedPanel({ view: { map, mayEdit } }: { readonly view: MapView }) {
  const all = useMemo(() => placesOf(map), [map])
  const [open, setOpen] = useState<StageId | null>(null)
  const stage = map.stages.find(({ id }) => id === open)
  return (
    <section className="card smap-panel" aria-labelledby="smap-need">
      <h2 className="h" id="smap-need">
        Against the need
      </h2>
      <details className="smap-more">
        <summary>What to ask</summary>
        <ul className="smap-asks">
          {assessPrompts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
      <ul className="smap-lines">
        {all.map((each) => {
          const places = placesWords(each)
          const said = assessedIn(each.stage)
          return (
            <li key={each.stage.id}>
              <div className="grow">
                <h3 className="smap-title">{each.stage.label}</h3>
                {places ? <p>{places}</p> : null}
                {said.map(({ label, words }) => (
                  <p key={label} className="smap-words">
                    <b>{label}:</b> {words}
                  </p>
                ))}
                {places || said.length > 0 ? null : <p className="meta">Nothing said yet.</p>}
              </div>
              {mayEdit ? (
                <Button size="sm" Icon={Pencil} onClick={() => setOpen(each.stage.id)}>
                  Say what you find<span className="vh"> at {each.stage.label}</span>
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {stage && mayEdit ? <NeedDialog key={stage.id} stage={stage} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}
