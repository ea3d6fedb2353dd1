import { History, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { plural } from '../../../shared/doc/words'
import { IconButton } from '../../ui/IconButton'
import { useWorkshop } from '../workshop-context'
import './catch-up.css'
import { cameByOwnLink } from './arrival'
import { setTold, wasTold } from './told'
import { useCatchUp } from './use-catch-up'

/** For whoever comes back after a while: how much they missed, and the way there. Says nothing when there is nothing. */
export function CatchUpCard() {
  const { actor } = useWorkshop()
  const isInvited = cameByOwnLink(actor.workshopId)
  const { catchUp } = useCatchUp(isInvited ? undefined : 'away')
  const [, setPutAway] = useState(false)
  const waits = catchUp?.waits.length ?? 0
  const changed = catchUp?.wasAway ? catchUp.changed.length : 0
  if (!catchUp || changed + waits === 0 || wasTold(actor.id, catchUp.sinceMs)) return null

  function putAway() {
    if (catchUp) setTold(actor.id, catchUp.sinceMs)
    setPutAway(true)
  }

  return (
    <section className="card catch-up-card" aria-label="Since you were here">
      <History className="i" aria-hidden />
      <p className="grow" role="status">
        <b>{catchUp.wasAway ? 'Since you were here:' : 'For you:'}</b> {countWords(changed, waits)}.
      </p>
      <Link className="btn sm" href={`/w/${actor.workshopId}/catch-up`}>
        Catch up
      </Link>
      <IconButton label="Put this away" Icon={X} small onClick={putAway} />
    </section>
  )
}

function countWords(changed: number, waits: number): string {
  const parts = [
    changed > 0 ? `${plural(changed, 'thing')} changed` : '',
    waits > 0 ? `${waits} ${waits === 1 ? 'waits' : 'wait'} for your answer` : '',
  ]
  return parts.filter(Boolean).join(', ')
}
