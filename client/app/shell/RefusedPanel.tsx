import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Refusal, SettledWords } from '../../sync/refusal'
import type { WorkshopClient } from '../../sync/workshop-client'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { useClient, useClientState } from '../workshop/client-context'
import { KeptWords } from '../workshop/KeptWords'
import { RescueSlot } from './RescueSlot'

/** Words that the server did not take: they stay here until their author has put them somewhere. */
export function RefusedPanel() {
  const client = useClient()
  const refusals = useClientState((state) => state.refusals)
  return refusals.map((refusal) => {
    const done = () => void putAway(client, refusal)
    if (refusal.settled) return <SettledNote key={refusal.key} settled={refusal.settled} onDone={done} />
    return (
      <RefusedWords key={refusal.key} refusal={refusal} onSettled={(settled) => void putAway(client, refusal, settled)} onDone={done} />
    )
  })
}

/** Not a part of this file: what keeps things on this device has to be a file of its own. */
async function putAway(client: WorkshopClient, { key }: Refusal, settled?: SettledWords): Promise<void> {
  const keptBack = await import('../../sync/kept-back')
  await keptBack.putAway(client, key, settled)
}

interface RefusedWordsProps {
  readonly refusal: Refusal
  readonly onSettled: (settled: SettledWords) => void
  readonly onDone: () => void
}

function RefusedWords({ refusal, onSettled, onDone }: RefusedWordsProps) {
  useEffect(() => announce(`Not saved. ${refusal.message} Your words are kept in a panel.`, 'assertive'), [refusal])
  return (
    <section className="banner bad refused" aria-label="Words that were not accepted">
      <div className="grow">
        <b>Not saved.</b> {refusal.message} Your last words are here:
        <KeptWords words={refusal.words}>
          <Button size="sm" variant="ghost" onClick={onDone}>
            Put it away
          </Button>
        </KeptWords>
        <RescueSlot refusal={refusal} onSettled={onSettled} />
      </div>
    </section>
  )
}

function SettledNote({ settled: { where, href }, onDone }: { readonly settled: SettledWords; readonly onDone: () => void }) {
  useEffect(() => announce(`Your words are ${where} now.`), [where])
  return (
    <section className="banner ok refused" aria-label="Words that found a place">
      <div className="row between wrap grow">
        <span>
          <b>Kept.</b> Your words are {where} now, and everybody can read them.
        </span>
        <span className="row wrap">
          {href === undefined ? null : (
            <Link className="btn sm" href={href} onClick={onDone}>
              Go there
            </Link>
          )}
          <Button size="sm" variant="ghost" onClick={onDone}>
            Done
          </Button>
        </span>
      </div>
    </section>
  )
}
