import { DoorOpen } from 'lucide-react'
import { useEffect } from 'react'
import { announce } from '../../ui/announce'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Mark } from '../../ui/Mark'
import type { JoinRequest } from './use-door'
import { useKnocking } from './use-knocking'

interface AtTheDoorProps {
  readonly workshopId: string
  readonly request: JoinRequest
  readonly onSeated: (workshopId: string) => void
  readonly onChanged: () => void
}

/** Somebody has knocked: the page waits and comes in by itself, or says kindly that it did not work out. */
export function AtTheDoor({ workshopId, request, onSeated, onChanged }: AtTheDoorProps) {
  const { answer, askAgain } = useKnocking(workshopId, request)
  useEffect(() => {
    if (answer.state !== 'admitted') return
    announce('You are in.', 'assertive')
    onSeated(workshopId)
  }, [answer, onSeated, workshopId])

  if (answer.state === 'turned-away') {
    return (
      <div className="join-form join-wait" role="status">
        <h2>Not just now</h2>
        <p>{answer.message}</p>
        <Button block onClick={askAgain}>
          Ask again
        </Button>
      </div>
    )
  }
  if (answer.state === 'refused') {
    return (
      <div className="join-form join-wait">
        <Banner tone="bad">{answer.message}</Banner>
        <Button block onClick={onChanged}>
          Look at the door again
        </Button>
      </div>
    )
  }
  return (
    <div className="join-form join-wait" role="status">
      <Mark size={44} />
      <h2>You are at the door, {request.name}</h2>
      <p>A facilitator has been told. Leave this page open: it goes in by itself once they let you.</p>
      <p className="meta row">
        <DoorOpen className="i s" aria-hidden />
        {answer.state === 'offline' ? 'No connection just now. Trying again.' : 'Waiting for a facilitator.'}
      </p>
    </div>
  )
}
