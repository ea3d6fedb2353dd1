import { CircleHelp, ListTodo } from 'lucide-react'
import type { Hole } from '../../../shared/tools/service-map/holes'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import type { Carry } from './use-carry'

interface HoleActsProps {
  readonly hole: Hole
  readonly carry: Carry
}

/** From a hole to a question or an open point in one press; once made, that it was. */
export function HoleActs({ hole, carry: { madeOf, make } }: HoleActsProps) {
  const made = madeOf(hole)
  if (made) return <Chip tone="ok">{made === 'question' ? 'Asked in the notes' : 'An open point in the notes'}</Chip>
  if (!make) return null
  return (
    <span className="row wrap">
      <Button size="sm" Icon={CircleHelp} onClick={() => make(hole, 'question')}>
        Ask who could<span className="vh"> {hole.words}</span>
      </Button>
      <Button size="sm" Icon={ListTodo} onClick={() => make(hole, 'point')}>
        Make it an open point<span className="vh"> {hole.words}</span>
      </Button>
    </span>
  )
}
