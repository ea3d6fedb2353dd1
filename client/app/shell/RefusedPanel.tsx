import { useEffect } from 'react'
import type { Refusal } from '../../sync/workshop-client'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { useClient, useClientState } from '../workshop/client-context'
import { KeptWords } from '../workshop/KeptWords'

/** Words that the server did not take: they stay here until their author has put them somewhere. */
export function RefusedPanel() {
  const client = useClient()
  const refusals = useClientState((state) => state.refusals)
  return refusals.map((refusal) => (
    <RefusedWords key={refusal.number} refusal={refusal} onDone={() => client.dismissRefusal(refusal.number)} />
  ))
}

function RefusedWords({ refusal, onDone }: { readonly refusal: Refusal; readonly onDone: () => void }) {
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
      </div>
    </section>
  )
}
