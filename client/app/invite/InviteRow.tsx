import { RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { roleLabels } from '../../../shared/access/actor'
import { workshopContract } from '../../../shared/workshop/contract'
import type { InviteSummary } from '../../../shared/workshop/invite-contract'
import { call } from '../../api/call'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'
import type { MadeInvite } from './MakeInvite'
import { timeWords } from './time-words'

interface InviteRowProps {
  readonly invite: InviteSummary
  readonly onReissued: (invite: MadeInvite) => void
  readonly onRevoked: () => void
}

const states = {
  unused: { words: 'not used yet', tone: 'line' },
  used: { words: 'used', tone: 'ok' },
  expired: { words: 'expired', tone: 'warn' },
} as const

/** One invite: for whom, how it stands, and the ways to renew it or take it back. */
export function InviteRow({ invite, onReissued, onRevoked }: InviteRowProps) {
  const { actor } = useWorkshop()
  const [asked, setAsked] = useState<'renew' | 'revoke'>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const { name, organisation, role, state, expiresAtMs } = invite
  const { words, tone } = states[state]
  const until = expiresAtMs === undefined ? undefined : `until ${timeWords(expiresAtMs)}`
  const params = { id: actor.workshopId, inviteId: invite.inviteId }

  async function act(command: () => Promise<void>) {
    setBusy(true)
    try {
      await command()
      setAsked(undefined)
    } catch (refusal) {
      setFailure(refusalWords(refusal))
    } finally {
      setBusy(false)
    }
  }
  const reissue = () => act(async () => onReissued(await call(workshopContract.reissueInvite, { params })))
  const revoke = () =>
    act(async () => {
      await call(workshopContract.revokeInvite, { params })
      announce(`The invite for ${name} is revoked.`)
      onRevoked()
    })

  return (
    <li>
      <span className="grow">
        <b>{name}</b> <Chip tone={tone}>{words}</Chip>
        <span className="meta invite-of">{[organisation, roleLabels[role], until].filter(Boolean).join(' · ')}</span>
        {asked === 'renew' ? <span className="meta invite-of">The present address stops working. A seat taken by it stays.</span> : null}
        {asked === 'revoke' ? <span className="meta invite-of">The invite stops working. A seat taken by it stays.</span> : null}
        {failure ? <span className="errmsg">{failure}</span> : null}
      </span>
      {asked ? (
        <span className="row">
          <Button size="sm" variant={asked === 'revoke' ? 'danger' : 'primary'} busy={busy} onClick={asked === 'revoke' ? revoke : reissue}>
            {asked === 'revoke' ? 'Revoke now' : 'Renew now'}
          </Button>
          <Button size="sm" onClick={() => setAsked(undefined)}>
            Keep
          </Button>
        </span>
      ) : (
        <span className="row">
          <Button size="sm" Icon={RefreshCw} aria-label={`Renew the invite for ${name}`} onClick={() => setAsked('renew')}>
            Renew
          </Button>
          <Button size="sm" Icon={Trash2} aria-label={`Revoke the invite for ${name}`} onClick={() => setAsked('revoke')}>
            Revoke
          </Button>
        </span>
      )}
    </li>
  )
}
