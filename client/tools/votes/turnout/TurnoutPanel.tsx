import { lazy, Suspense } from 'react'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isLate } from '../../../../shared/tools/votes/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { useTurnout } from './use-turnout'

// For facilitators only, so nobody else's phone loads it.
const VoterNames = lazy(async () => ({ default: (await import('./VoterNames')).VoterNames }))

interface TurnoutPanelProps {
  readonly round: Round
}

/** How many have finished; by name only for facilitators. */
export function TurnoutPanel({ round }: TurnoutPanelProps) {
  const { eligible, begun, done } = useTurnout(round)
  const { actor } = useWorkshop()
  // Who was absent and will come by their link, nobody knows before they do.
  if (isLate(round)) return null
  const seats = <Seats eligible={eligible} done={done} />
  return (
    <section className="card votes-turnout" aria-label="Turnout">
      <div className="row between">
        <h2 className="h">Turnout</h2>
        <b>
          {done} of {eligible}
        </b>
      </div>
      {can(actor, 'votes/see-who-finished') ? (
        <Suspense fallback={seats}>
          <VoterNames round={round} />
        </Suspense>
      ) : (
        <>
          {seats}
          <p className="meta">{begun > done ? `${begun - done} still voting.` : 'Who has finished, only facilitators see.'}</p>
        </>
      )}
    </section>
  )
}

function Seats({ eligible, done }: { readonly eligible: number; readonly done: number }) {
  if (eligible > 60)
    return <progress className="votes-progress" value={done} max={eligible} aria-label={`${done} of ${eligible} have finished`} />
  return (
    <span className="dots votes-seats" role="img" aria-label={`${done} of ${eligible} have finished`}>
      {Array.from({ length: eligible }, (_, seat) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
        <i key={seat} className={seat < done ? 'dot' : 'dot free'} />
      ))}
    </span>
  )
}
