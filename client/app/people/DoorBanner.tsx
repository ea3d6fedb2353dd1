import { DoorOpen } from 'lucide-react'
import { Button } from '../../ui/Button'
import { useWorkshop } from '../workshop-context'
import { answerKnocks } from './door-calls'
import { useWaiting } from './knocks-context'
import './people.css'

/** For those who lead: somebody is at the door. One person is let in from here; several are looked at first. */
export function DoorBanner({ onPeople }: { readonly onPeople: () => void }) {
  const { actor } = useWorkshop()
  const waiting = useWaiting()
  const [first] = waiting
  if (!first) return null
  const isAlone = waiting.length === 1
  return (
    <section className="banner info door-banner" aria-label="At the door">
      <DoorOpen className="i" aria-hidden />
      <span className="grow">
        <b>{isAlone ? first.name : `${waiting.length} people`}</b>
        {isAlone && first.organisation ? ` from ${first.organisation}` : ''} {isAlone ? 'asks' : 'ask'} to come in.
      </span>
      <span className="row">
        {isAlone ? (
          <Button size="sm" variant="primary" onClick={() => answerKnocks(actor.workshopId, waiting, true)}>
            Let in
          </Button>
        ) : null}
        <Button size="sm" onClick={onPeople}>
          {isAlone ? 'Look first' : 'See who'}
        </Button>
      </span>
    </section>
  )
}
