import { Check, Plus, RotateCcw, ScrollText, Vote } from 'lucide-react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { contract } from '../../../shared/tools/votes/contract'
import { can } from '../../../shared/tools/votes/permissions'
import type { Round } from '../../../shared/tools/votes/schema'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { toast } from '../../ui/toast'
import { useAct } from './use-act'
import { joined, labelOf } from './words'

interface RecordDecisionProps {
  readonly round: Round
  /** Absent for people who may not prepare votes. */
  readonly onSetUp: ((from?: Round) => void) | undefined
}

/** Beside the results: what we decided, into the log with one press. */
export function RecordDecision({ round, onSetUp }: RecordDecisionProps) {
  const { actor } = useWorkshop()
  const { recorded } = round
  const tied = round.result?.options?.filter(({ rank, tied: is, people }) => rank === 1 && is && people > 0) ?? []
  return (
    <section className="card votes-decision" aria-label="Record the decision">
      {recorded ? (
        <>
          <h2 className="h">We decided</h2>
          <p className="voice votes-decided">{recorded.words}</p>
          {recorded.reservations ? <p className="meta">Reservations: {recorded.reservations}</p> : null}
          <p className="meta">In the decision log, recorded by {recorded.byName}.</p>
        </>
      ) : can(actor, 'votes/record') ? (
        <DecisionForm round={round} />
      ) : (
        <>
          <h2 className="h">What we decide</h2>
          <p className="meta">Your facilitator records the decision in the log.</p>
        </>
      )}
      {onSetUp ? (
        <div className="votes-next">
          {tied.length > 1 ? (
            <Button block Icon={Vote} onClick={() => onSetUp(round)}>
              Run a tie-break vote
            </Button>
          ) : (
            <Button block Icon={RotateCcw} onClick={() => onSetUp(round)}>
              Run it again
            </Button>
          )}
          <Button block variant="ghost" Icon={Plus} onClick={() => onSetUp()}>
            Set up another vote
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** Options offered as chosen at first: first place, unless it is a tie. */
function firstChosen(round: Round): readonly string[] {
  const first = round.result?.options?.filter(({ rank, people }) => rank === 1 && people > 0) ?? []
  return first.length === 1 ? first.map(({ id }) => id) : []
}

function DecisionForm({ round }: { readonly round: Round }) {
  const { workshopId } = useWorkshop().actor
  const [chosen, setChosen] = useState<readonly string[]>(() => firstChosen(round))
  const [written, setWritten] = useState<string>()
  const [reservations, setReservations] = useState('')
  const { busy, run } = useAct()
  const offered = round.result?.options ?? []
  const words = written ?? wordsFor(round, chosen)

  function toggle(id: string) {
    setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]))
  }

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
                onClick={() => toggle(id)}
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
