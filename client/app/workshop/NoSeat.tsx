import { useEffect, useMemo } from 'react'
import { announce } from '../../ui/announce'
import { Mark } from '../../ui/Mark'
import { KeptWords } from './KeptWords'
import { leftWords } from './left-words'

interface NoSeatProps {
  readonly workshopId: string
  readonly message: string
}

/** The address is of a workshop in which this device has no seat, or of none: both look the same. */
export function NoSeat({ workshopId, message }: NoSeatProps) {
  const words = useMemo(() => leftWords(workshopId), [workshopId])
  useEffect(() => announce(message, 'assertive'), [message])
  return (
    <main className="plain-page">
      <title>No seat here · Convene</title>
      <div className="plain-card card">
        <Mark size={44} />
        <h1 className="h">You have no seat in this workshop on this device</h1>
        <p className="meta">
          Open the link you were given, or join with the six-digit code. If you were here before on another device, your private return link
          brings you back to the same seat.
        </p>
        {words.length > 0 ? (
          <>
            <p className="meta">These words of yours were not saved when you had to leave:</p>
            <KeptWords words={words} />
          </>
        ) : null}
        <a className="btn primary" href="/">
          Join with a code
        </a>
      </div>
    </main>
  )
}
