import { leftOut } from '../../../../shared/tools/partners/collections'
import { seatRules, seats } from '../../../../shared/tools/partners/recommended-team'
import { leftOutId } from '../../../../shared/tools/partners/seat-list'
import { leaveOut } from '../../../../shared/tools/partners/seating'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'

const known = [...seats, ...seatRules.map(({ id, label, level }) => ({ id, name: `${label}, ${level} minimum`, level }))]

/** What this partnership does without, and the minimum rules, which can be left out one by one. */
export function LeftOutList({ mayEdit }: { readonly mayEdit: boolean }) {
  const { board, actor } = useWorkshop()
  const out = new Set<string>(useRecords(leftOut, board).map(({ id }) => id))
  const isOut = (id: string) => out.has(leftOutId(id))
  const gone = known.filter(({ id }) => isOut(id))
  return (
    <>
      {gone.length > 0 ? (
        <details className="partners-gone">
          <summary>Left out here, {gone.length}</summary>
          <ul>
            {gone.map(({ id, name }) => (
              <li key={id} className="row between wrap">
                <span>{name}</span>
                {mayEdit ? (
                  <Button size="sm" onClick={() => leaveOut(board, actor, id, false)}>
                    Ask for it again<span className="vh">: {name}</span>
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {mayEdit ? (
        <details className="partners-gone">
          <summary>Minimum rules</summary>
          <ul>
            {seatRules.map(({ id, label, level }) => (
              <li key={id}>
                <label className="row">
                  <input type="checkbox" checked={!isOut(id)} onChange={(event) => leaveOut(board, actor, id, !event.target.checked)} />
                  {label}, {level}
                </label>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
