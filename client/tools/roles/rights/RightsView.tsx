import { FileStack, ListPlus, Plus, RotateCcw } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import { limits } from '../../../../shared/sync/limits'
import { decisionRights } from '../../../../shared/tools/roles/collections'
import { can } from '../../../../shared/tools/roles/permissions'
import { addRights, addUsualRights, restoreRight } from '../../../../shared/tools/roles/rights/right-commands'
import { mostRights } from '../../../../shared/tools/roles/rights/right-schema'
import { openAbout, removedRights, rightLevels, rightsOf, usualRights } from '../../../../shared/tools/roles/rights/rights'
import { agreedInWords } from '../../../../shared/tools/roles/rights/rights-outline'
import { useDocs } from '../../../app/docs-context'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { toast } from '../../../ui/toast'
import { ComposeSlot } from '../../AgreementSlot'
import type { ChartView } from '../use-chart'
import { RightRow } from './RightRow'
import './rights.css'

/** Kinds of decision: which level takes each, who is asked before, who is told. */
export function RightsView({ chart: { parties, mayEdit } }: { readonly chart: Pick<ChartView, 'parties' | 'mayEdit'> }) {
  const { board, actor } = useWorkshop()
  const all = useRecords(decisionRights, board)
  const rights = rightsOf(all)
  const removed = removedRights(all)
  const open = rights.filter((right) => openAbout(right).length > 0).length
  const docs = useDocs()
  const agreed = useMemo(() => agreedInWords(all, docs.agreed?.() ?? []), [all, docs])
  const [isComposing, setComposing] = useState(false)
  const isFull = rights.length >= mostRights ? `The list holds ${mostRights} kinds of decision, and it is full.` : undefined

  return (
    <section className="rights" aria-label="Who decides what">
      {rights.length === 0 ? (
        <Empty
          title="No kind of decision yet."
          action={
            mayEdit ? (
              <Button variant="primary" Icon={ListPlus} onClick={() => addUsualRights(board, actor)}>
                Start with {usualRights.length} usual ones
              </Button>
            ) : undefined
          }
        >
          Does the state decide and local partners carry out, or do local partners decide with the state’s advice? Settle it decision by
          decision.
        </Empty>
      ) : (
        <>
          <div className="row between wrap rights-head">
            <p className="meta" role="status">
              {plural(rights.length, 'kind of decision', 'kinds of decision')}.{' '}
              {open === 0 ? 'Every one is settled.' : `${open} still open.`} {agreed}
            </p>
            {can(actor, 'roles/put-to-group') ? (
              <Button size="sm" Icon={FileStack} onClick={() => setComposing(true)}>
                Put it to the group…
              </Button>
            ) : null}
          </div>
          <datalist id="rights-parties">
            {parties.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
          <div className="rights-frame">
            <table className="rights-table">
              <thead>
                <tr>
                  <th scope="col">Decision</th>
                  {rightLevels.map(({ id, label }) => (
                    <th key={id} scope="col">
                      {label}
                    </th>
                  ))}
                  <th scope="col">Who decides</th>
                  <th scope="col">Who is asked before</th>
                  {mayEdit ? (
                    <th scope="col">
                      <span className="vh">Take out</span>
                    </th>
                  ) : null}
                </tr>
              </thead>
              <tbody>
                {rights.map((right) => (
                  <RightRow key={right.id} right={right} mayEdit={mayEdit} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {mayEdit ? <AddRight blocked={isFull} /> : null}
      {mayEdit && removed.length > 0 ? (
        <details>
          <summary className="meta">Taken out ({removed.length})</summary>
          <ul className="rights-removed">
            {removed.map(({ id, decision }) => (
              <li key={id} className="row between">
                {decision}
                <Button
                  size="sm"
                  variant="ghost"
                  Icon={RotateCcw}
                  aria-label={`Put back: ${decision}`}
                  onClick={() => restoreRight(board, actor, id)}
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {isComposing ? (
        <ComposeSlot
          outline="decision-rights"
          onBegun={() => toast({ message: 'It is a draft now. Everybody is asked about it in a Draft step, under Agreements.' })}
          onClose={() => setComposing(false)}
        />
      ) : null}
    </section>
  )
}

function AddRight({ blocked }: { readonly blocked: string | undefined }) {
  const { board, actor } = useWorkshop()
  const [words, setWords] = useState('')

  function add(event: FormEvent) {
    event.preventDefault()
    const decision = words.trim()
    if (decision === '' || blocked) return
    addRights(board, actor, [{ decision, shares: {} }])
    setWords('')
  }

  return (
    <form className="row rights-add" onSubmit={add}>
      <input
        className="input"
        aria-label="Another kind of decision"
        placeholder="Another kind of decision"
        maxLength={limits.titleLength}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" Icon={Plus} disabledReason={blocked ?? (words.trim() === '' ? 'Type the decision first.' : undefined)}>
        Add
      </Button>
    </form>
  )
}
