import { Copy } from 'lucide-react'
import { useEffect } from 'react'
import type { Departure, WorkshopClient } from '../../sync/workshop-client'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Mark } from '../../ui/Mark'
import { toast } from '../../ui/toast'
import { copyText } from '../hand-over'

/** The server does not tell a removed person from a workshop that is gone. */
const removed = 'A facilitator took you off the list, or the workshop is gone. If that is a mistake, ask your host for a new link.'

interface DepartedProps {
  readonly client: WorkshopClient
  readonly departure: Departure
  /** Theirs that were not saved. */
  readonly words: readonly string[]
}

/** The person is out: why, the way back in, and their words that were not saved. */
export function Departed({ client, departure, words }: DepartedProps) {
  const isTurnedAway = departure.kind === 'turned-away'
  const why = departure.kind === 'not-found' ? removed : departure.message
  useEffect(() => {
    announce(why, 'assertive')
    // A seat that only has to be opened again keeps its documents; one that is gone leaves nothing on this device.
    if (departure.kind === 'not-found') void client.forget()
  }, [client, departure, why])

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
            <pre className="kept-words">{words.join('\n\n')}</pre>
            <Button Icon={Copy} onClick={() => void copyWords(words)}>
              Copy my text
            </Button>
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

/** Copies and says whether it worked. */
export async function copyWords(words: readonly string[]): Promise<void> {
  const copied = await copyText(words.join('\n\n'))
  toast({ message: copied ? 'Your text is copied.' : 'This browser would not copy. Select the text and copy it by hand.' })
}
