import { useEffect } from 'react'
import type { WorkshopClient } from '../../sync/workshop-client'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Mark } from '../../ui/Mark'
import { KeptWords } from './KeptWords'

interface MergedProps {
  readonly client: WorkshopClient
  /** Theirs that were not saved. */
  readonly words: readonly string[]
}

const told = 'A facilitator has made your two seats in this workshop into one. What you wrote stays.'

/** This seat became part of the person's other one, which this device opens from now on. */
export function Merged({ client, words }: MergedProps) {
  useEffect(() => {
    announce(told, 'assertive')
    void client.forget()
  }, [client])

  return (
    <main className="plain-page">
      <title>Your seats are one now · Convene</title>
      <div className="plain-card card">
        <Mark size={44} />
        <h1 className="h">Your two seats are one now</h1>
        <p className="meta">{told}</p>
        {words.length > 0 ? (
          <>
            <p className="meta">These words of yours were not saved:</p>
            <KeptWords words={words} />
          </>
        ) : null}
        <Button variant="primary" onClick={() => window.location.reload()}>
          Go on in your seat
        </Button>
      </div>
    </main>
  )
}
