import { History, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { plural } from '../../../shared/doc/words'
import { IconButton } from '../../ui/IconButton'
import { useWorkshop } from '../workshop-context'
import './catch-up.css'
import { setTold, wasTold } from './told'
import { useCatchUp } from './use-catch-up'

/** For whoever comes back after a while: how much they missed, and the way there. Says nothing when there is nothing. */
export function CatchUpCard() {
  const { actor } = useWorkshop()
  const { catchUp } = useCatchUp('away')
  const [, setPutAway] = useState(false)
  if (!catchUp || catchUp.changed.length + catchUp.waits.length === 0 || wasTold(actor.id, catchUp.sinceMs)) return null

  function putAway() {
    if (catchUp) setTold(actor.id, catchUp.sinceMs)
    setPutAway(true)
  }

  return (
    <section className="card catch-up-card" aria-label="Since you were here">
      <History className="i" aria-hidden />
      <p className="grow" role="status">
        <b>Since you were here:</b> {countWords(catchUp.changed.length, catchUp.waits.length)}.
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
