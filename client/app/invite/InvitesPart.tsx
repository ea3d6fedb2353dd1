import { useState } from 'react'
import { Banner } from '../../ui/Banner'
import { useWorkshop } from '../workshop-context'
import { CopyField } from './CopyField'
import { InviteRow } from './InviteRow'
import { type MadeInvite, MakeInvite } from './MakeInvite'
import { useInvites } from './use-links'

/** Invites for one named person each: make, list, renew, revoke. */
export function InvitesPart() {
  const { actor } = useWorkshop()
  const { items: invites, failure, reload } = useInvites(actor.workshopId)
  const [made, setMade] = useState<MadeInvite>()

  function show(invite: MadeInvite) {
    setMade(invite)
    reload()
  }

  function forget(inviteId: string) {
    if (made?.inviteId === inviteId) setMade(undefined)
    reload()
  }

  return (
    <section className="invite-links" aria-labelledby="invites-title">
      <h3 id="invites-title" className="h">
        Invites for one person
      </h3>
      <p className="meta">
        Each works once, on the device that joins by it first. It can go to somebody who is not in the room, and end on a day.
      </p>
      <MakeInvite onMade={show} />
      {made ? (
        <CopyField
          label={`Invite for ${made.name}`}
          value={made.url}
          hint="Copy it now and send it to nobody else: it is shown this once. A lost one is renewed."
        />
      ) : null}
      {failure ? <Banner tone="bad">{failure}</Banner> : null}
      {invites && invites.length > 0 ? (
        <ul className="invite-list" aria-label="Invites for one person">
          {invites.map((invite) => (
            <InviteRow key={invite.inviteId} invite={invite} onReissued={show} onRevoked={() => forget(invite.inviteId)} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}
