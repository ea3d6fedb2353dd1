import { useEffect } from 'react'
import type { Departure, WorkshopClient } from '../../sync/workshop-client'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Mark } from '../../ui/Mark'
import { KeptWords } from './KeptWords'
import { keepLeftWords } from './left-words'

/** The server does not tell a removed person from a workshop that is gone. */
const removed = 'A facilitator took you off the list, or the workshop is gone. If that is a mistake, ask your host for a new link.'

interface DepartedProps {
  readonly workshopId: string
  readonly client: WorkshopClient
  readonly departure: Departure
  /** Theirs that were not saved. */
  readonly words: readonly string[]
}

/** The person is out: why, the way back in, and their words that were not saved. */
export function Departed({ workshopId, client, departure, words }: DepartedProps) {
  const isTurnedAway = departure.kind === 'turned-away'
  const why = departure.kind === 'not-found' ? removed : departure.message
  useEffect(() => {
    announce(why, 'assertive')
    // A seat that only has to be opened again keeps its documents; one that is gone leaves nothing on this device.
    if (departure.kind !== 'not-found') return
    keepLeftWords(workshopId, words)
    void client.forget()
  }, [workshopId, client, departure, why, words])

  return (
    <main className="plain-page">
      <title>{`${isTurnedAway ? 'No connection' : 'You have left the workshop'} · Convene`}</title>
      <div className="plain-card card">
        <Mark size={44} />
        <h1 className="h">{isTurnedAway ? 'This page cannot connect for now' : 'You are no longer in this workshop'}</h1>
        <p className="meta">{why}</p>
        {words.length > 0 ? (
          <>
            <p className="meta">These words of yours were not saved:</p>
            <KeptWords words={words} />
          </>
        ) : null}
        {isTurnedAway ? (
          <Button variant="primary" onClick={() => window.location.reload()}>
            Try again
          </Button>
        ) : (
          <a className="btn primary" href="/">
            Join with a code
          </a>
        )}
      </div>
    </main>
  )
}
