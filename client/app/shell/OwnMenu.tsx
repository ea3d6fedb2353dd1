import { Accessibility, DoorOpen, History, Keyboard, NotebookText, Projector, Share2, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { atLeast } from '../../../shared/access/actor'
import { Menu } from '../../ui/Menu'
import { useWorkshop } from '../workshop-context'
import type { Panel } from './Bar'

interface OwnMenuProps {
  readonly hasScript: boolean
  readonly onOpen: (panel: Panel) => void
  /** What the button shows. */
  readonly children: ReactNode
}

/** What a person does for themselves: comfort, keys, people, leaving. */
export function OwnMenu({ hasScript, onOpen, children }: OwnMenuProps) {
  const { actor, name } = useWorkshop()
  return (
    <Menu
      label={`You: ${name || 'me'}`}
      className="me-button"
      items={[
        { label: 'Make it comfortable', Icon: Accessibility, onSelect: () => onOpen('comfort') },
        { label: 'Keyboard map', Icon: Keyboard, hint: '?', onSelect: () => onOpen('keys') },
        { label: 'People', Icon: Users, onSelect: () => onOpen('people') },
        { label: 'Invite', Icon: Share2, onSelect: () => onOpen('invite') },
        ...(hasScript ? [{ label: 'Script for this step', Icon: NotebookText, onSelect: () => onOpen('script') }] : []),
        ...(atLeast(actor.role, 'facilitator')
          ? [
              { label: 'Room display', Icon: Projector, onSelect: () => openRoom(actor.workshopId) },
              { label: 'Bring back an earlier time', Icon: History, onSelect: () => onOpen('restore') },
            ]
          : []),
        { label: 'Leave on this device', Icon: DoorOpen, danger: true, onSelect: () => onOpen('leave') },
      ]}
    >
      {children}
    </Menu>
  )
}

function openRoom(workshopId: string): void {
  window.open(`/w/${workshopId}/room`, '_blank', 'noopener')
}
