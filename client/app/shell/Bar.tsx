import { Accessibility, DoorOpen, Keyboard, ListChecks, NotebookText, Projector, Share2, Users } from 'lucide-react'
import { Link } from 'wouter'
import { atLeast } from '../../../shared/access/actor'
import { participants } from '../../../shared/workshop/collections'
import { savedWords } from '../../sync/saved-status'
import { useRecord } from '../../sync/use-live'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { useClientState } from '../workshop/client-context'
import { useWorkshop } from '../workshop-context'
import { PeopleStrip } from './PeopleStrip'
import { SavedBadge } from './SavedBadge'
import { TimerChip } from './TimerChip'
import type { Agenda } from './use-agenda'

export type Panel = 'rail' | 'people' | 'invite' | 'comfort' | 'keys' | 'script' | 'agenda' | 'leave'

interface BarProps {
  readonly agenda: Agenda
  readonly title: string
  /** 1-based; undefined on the log and the document. */
  readonly stepNumber: number | undefined
  readonly hasScript: boolean
  readonly onOpen: (panel: Panel) => void
}

/** Where we are, whether it is saved, the time, the people. Its height never changes. */
export function Bar({ agenda: { workshop, steps, current }, title, stepNumber, hasScript, onOpen }: BarProps) {
  const { actor, name, record } = useWorkshop()
  const saved = useClientState((state) => state.saved)
  const leads = atLeast(actor.role, 'facilitator')
  const me = useRecord(participants, record, actor.id) ?? { name, colour: 8 }
  const elsewhere = current && stepNumber !== undefined && steps[stepNumber - 1]?.id !== current.id
  return (
    <header className="bar">
      <IconButton className="only-phone" label="Agenda" Icon={ListChecks} onClick={() => onOpen('rail')} />
      <div className="bar-title">
        <h1 tabIndex={-1} data-step-heading>
          {title}
        </h1>
        <span className="fine only-phone">
          {stepNumber === undefined ? null : <span className="step-of">{`Step ${stepNumber} of ${steps.length} · `}</span>}
          {savedWords(saved)}
        </span>
      </div>
      <SavedBadge />
      {elsewhere ? (
        <Link className="chip ok back-to-group" href={`/w/${actor.workshopId}/${current.id}`}>
          The group is on {current.title}
        </Link>
      ) : null}
      <span className="grow" />
      <TimerChip timer={workshop?.timer} />
      {hasScript ? (
        <IconButton className="not-phone" label="Script for this step" Icon={NotebookText} onClick={() => onOpen('script')} />
      ) : null}
      <PeopleStrip onOpen={() => onOpen('people')} />
      <Button className="not-phone" size="sm" Icon={Share2} onClick={() => onOpen('invite')}>
        Invite
      </Button>
      <Menu
        label={`You: ${name || 'me'}`}
        className="me-button"
        items={[
          { label: 'Make it comfortable', Icon: Accessibility, onSelect: () => onOpen('comfort') },
          { label: 'Keyboard map', Icon: Keyboard, hint: '?', onSelect: () => onOpen('keys') },
          { label: 'People', Icon: Users, onSelect: () => onOpen('people') },
          { label: 'Invite', Icon: Share2, onSelect: () => onOpen('invite') },
          ...(hasScript ? [{ label: 'Script for this step', Icon: NotebookText, onSelect: () => onOpen('script') }] : []),
          ...(leads ? [{ label: 'Room display', Icon: Projector, onSelect: () => openRoom(actor.workshopId) }] : []),
          { label: 'Leave on this device', Icon: DoorOpen, danger: true, onSelect: () => onOpen('leave') },
        ]}
      >
        <Avatar person={me} decorative />
        <span className="vh">You: {name || 'me'}. Settings and help</span>
      </Menu>
    </header>
  )
}

function openRoom(workshopId: string): void {
  window.open(`/w/${workshopId}/room`, '_blank', 'noopener')
}
