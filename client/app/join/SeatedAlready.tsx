import { useState } from 'react'
import { entranceContract } from '../../../shared/workshop/entrance-contract'
import { call } from '../../api/call'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { refusalWords } from './refusal-words'
import type { Secret } from './use-door'

interface SeatedAlreadyProps {
  readonly workshopId: string
  readonly invitedName: string
  readonly seatedAs: string
  readonly secret: Secret
  readonly onSeated: (workshopId: string) => void
}

/** A personal invite on a device that has a seat: whose is it? Only its own person uses it up. */
export function SeatedAlready({ workshopId, invitedName, seatedAs, secret, onSeated }: SeatedAlreadyProps) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function accept() {
    setBusy(true)
    try {
      await call(entranceContract.join, { params: { id: workshopId }, body: { ...secret, name: invitedName } })
      onSeated(workshopId)
    } catch (refusal) {
      setFailure(refusalWords(refusal))
      setBusy(false)
    }
  }

  return (
    <div className="join-form">
      <h2>You have a seat here</h2>
      <p>
        This device is in the session as <b>{seatedAs}</b>. The invite is for <b>{invitedName}</b>.
      </p>
      {failure ? <Banner tone="bad">{failure}</Banner> : null}
      <Button variant="primary" size="lg" block busy={busy} onClick={accept}>
        I am {invitedName}
      </Button>
      <p className="meta">Your seat and what you wrote stay. The facilitators see that you came by your own invite.</p>
      <Button block onClick={() => onSeated(workshopId)}>
        Keep the invite for somebody else
      </Button>
    </div>
  )
}
