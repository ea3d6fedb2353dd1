import { Check, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { joined } from '../../../../shared/doc/words'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/votes/contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { toast } from '../../../ui/toast'
import { useAct } from '../use-act'
import { labelOf } from '../words'

interface DecisionFormProps {
  readonly round: Round
  /** Ids of the options that the decision takes up. */
  readonly chosen: readonly string[]
  readonly onToggle: (optionId: string) => void
}

/** The decision in words, begun from what is chosen. */
export function DecisionForm({ round, chosen, onToggle }: DecisionFormProps) {
  const { workshopId } = useWorkshop().actor
  const [written, setWritten] = useState<string>()
  const [reservations, setReservations] = useState('')
  const { busy, run } = useAct()
  const offered = round.result?.options ?? []
  const words = written ?? wordsFor(round, chosen)

  async function record() {
    const params = { id: workshopId, roundId: round.id }
    const held = reservations.trim()
    const body = { words: words.trim(), ...(held === '' ? {} : { reservations: held }) }
    const done = await run(() => call(contract.recordRound, { params, body }))
    if (done) toast({ message: 'Recorded in the decision log', Icon: ScrollText })
  }

  return (
    <>
      <h2 className="h">Record the decision</h2>
      <Field label={<span className="meta">We decided</span>}>
        {(props) => (
          <textarea
            {...props}
            className="input voice votes-words"
            rows={4}
            maxLength={limits.noteLength}
            value={words}
            placeholder="What did the group decide?"
            onChange={(event) => setWritten(event.target.value)}
          />
        )}
      </Field>
      {offered.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout
        <div className="field" role="group" aria-label="Chosen">
          <span className="meta">Chosen</span>
          <div className="row wrap votes-chosen">
            {offered.map(({ id }) => (
              <button
                key={id}
                type="button"
                className={chosen.includes(id) ? 'chip ok' : 'chip line'}
                aria-pressed={chosen.includes(id)}
                onClick={() => onToggle(id)}
              >
                {chosen.includes(id) ? <Check className="i s" aria-hidden /> : null}
                <span className="votes-clip">{labelOf(round, id)}</span>
              </button>
            ))}
          </div>
        </div>
      ) : null}
      <Field label={<span className="meta">Reservations, if any</span>}>
        {(props) => (
          <input
            {...props}
            className="input"
            maxLength={limits.noteLength}
            value={reservations}
            onChange={(event) => setReservations(event.target.value)}
          />
        )}
      </Field>
      <Button
        variant="primary"
        block
        busy={busy}
        Icon={ScrollText}
        disabledReason={words.trim() === '' ? 'Say in a few words what was decided.' : undefined}
        onClick={() => void record()}
      >
        Add to decision log
      </Button>
    </>
  )
}

function wordsFor(round: Round, chosen: readonly string[]): string {
  const labels = round.options.filter(({ id }) => chosen.includes(id)).map(({ label }) => label.replace(/\.$/, ''))
  return labels.length === 0 ? '' : `${joined(labels)}.`
}
