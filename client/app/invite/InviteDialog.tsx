import { workshops } from '../../../shared/workshop/collections'
import { can } from '../../../shared/workshop/permissions'
import { useRecord } from '../../sync/use-live'
import { Banner } from '../../ui/Banner'
import { Dialog } from '../../ui/Dialog'
import { useWorkshop } from '../workshop-context'
import { CodePart } from './CodePart'
import { CopyField } from './CopyField'
import { DoorPart } from './DoorPart'
import { InvitesPart } from './InvitesPart'
import './invite.css'
import { LinksPart } from './LinksPart'

interface InviteDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Bring people in: the code on the wall, and for facilitators the door, invites for one person each, and links with a role. */
export function InviteDialog({ open, onClose }: InviteDialogProps) {
  const { actor, record } = useWorkshop()
  const workshop = useRecord(workshops, record, actor.workshopId)
  if (!workshop) return null
  const leads = can(actor, 'workshop/invite')
  const door = workshop.door ?? 'open'
  const onlyHere = /^https?:\/\/(localhost|127\.|\[::1\])/.test(workshop.joinUrl)
  return (
    <Dialog open={open} onClose={onClose} title="Invite people" wide>
      <div className="invite">
        {onlyHere ? (
          <Banner tone="info">
            This server answers on this machine only. Start it with <code>npm start -- --host</code> to let the room in.
          </Banner>
        ) : null}
        <CodePart joinUrl={workshop.joinUrl} joinCode={workshop.joinCode} door={door} mayRotate={leads} />
        {leads ? <DoorPart key={door} door={door} /> : null}
        {leads ? (
          <CopyField
            label="Room display"
            value={new URL(`/w/${actor.workshopId}/room`, workshop.joinUrl).href}
            hint="For the screen in front of everybody: question, timer and code. Open it on a device that has joined."
          />
        ) : null}
        {leads ? <InvitesPart /> : null}
        {leads ? <LinksPart /> : null}
      </div>
    </Dialog>
  )
}
