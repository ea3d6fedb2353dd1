import { rounds } from '../../../../shared/tools/votes/collections'
import type { Round } from '../../../../shared/tools/votes/schema'
import { currentVote } from '../../../../shared/tools/votes/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import type { StageProps } from '../../client-tool'
import { dots } from '../ballot/ballot-words'
import { ClosingCount } from '../turnout/ClosingCount'
import { TurnoutRing } from '../turnout/TurnoutRing'
import { useTurnout } from '../turnout/use-turnout'
import { meaningInWords, taskInWords } from '../words'
import { RoomResults } from './RoomResults'
import '../results/results.css'
import '../votes.css'

/** On the projector: turnout and options while the vote runs, results after it; never a name. */
export function RoomPanel({ step }: StageProps) {
  const { record } = useWorkshop()
  const round = currentVote(useRecords(rounds, record), step.id)
  if (!round) return null
  const sameQuestion = round.question === step.prompt
  return (
    <section className={round.state === 'closed' ? 'votes-room' : 'votes-room votes-room-running'} aria-label="Vote">
      {sameQuestion ? null : <p className="votes-room-question voice">{round.question}</p>}
      {round.state === 'closed' ? <RoomResults round={round} /> : <RoomTurnout round={round} />}
    </section>
  )
}

/** What fits beside the QR code on a screen of 900 pixels. */
const optionsShown = 6

function RoomTurnout({ round }: { readonly round: Round }) {
  const turnout = useTurnout(round)
  const shown = round.options.length > optionsShown ? round.options.slice(0, optionsShown - 1) : round.options
  const more = round.options.length - shown.length
  const meaning = meaningInWords(round)
  return (
    <>
      {meaning ? <p className="votes-room-terms">{meaning}</p> : null}
      <p className="votes-room-terms">
        {roomTerms(round)} Results stay sealed until we close the vote. <ClosingCount round={round} />
      </p>
      <TurnoutRing turnout={turnout} />
      <ol className="votes-room-options">
        {shown.map(({ id, label }, index) => (
          <li key={id}>
            <i aria-hidden>{letterOf(index)}</i>
            <span className="votes-room-words">{label}</span>
          </li>
        ))}
        {more > 0 ? <li>and {more} more on your phone</li> : null}
      </ol>
    </>
  )
}

/** What everybody does, said to the whole room. */
function roomTerms(round: Round): string {
  const { method, dots: budget, maxPerOption } = round
  const cap = maxPerOption < budget ? ` Up to ${maxPerOption} on one option.` : ''
  const task = taskInWords(round)
  return method === 'dots' ? `${dots(budget)} each.${cap}` : `${task.charAt(0).toUpperCase()}${task.slice(1)}.`
}

/** A, B, ... Z, AA, AB ... */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}
