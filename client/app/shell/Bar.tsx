import { ListChecks, NotebookText, Share2 } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { participants } from '../../../shared/workshop/collections'
import { savedWords } from '../../sync/saved-status'
import { useRecord } from '../../sync/use-live'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useClientState } from '../workshop/client-context'
import { useWorkshop } from '../workshop-context'
import { SavedBadge } from './SavedBadge'
import type { Agenda } from './use-agenda'

// Needed only where a timer runs, or after the first moment.
const TimerChip = lazy(async () => ({ default: (await import('./TimerChip')).TimerChip }))
const PeopleStrip = lazy(async () => ({ default: (await import('./PeopleStrip')).PeopleStrip }))
const OwnMenu = lazy(async () => ({ default: (await import('./OwnMenu')).OwnMenu }))

export type Panel = 'rail' | 'people' | 'invite' | 'comfort' | 'keys' | 'script' | 'agenda' | 'restore' | 'leave'

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
  const me = useRecord(participants, record, actor.id) ?? { name, colour: 8 }
  const elsewhere = current && stepNumber !== undefined && steps[stepNumber - 1]?.id !== current.id
  const timer = workshop?.timer
  const face = (
    <>
      <Avatar person={me} decorative />
      <span className="vh">You: {name || 'me'}. Settings and help</span>
    </>
  )
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
      {timer && timer.state !== 'none' ? (
        <Suspense fallback={null}>
          <TimerChip timer={timer} />
        </Suspense>
      ) : null}
      {hasScript ? (
        <IconButton className="not-phone" label="Script for this step" Icon={NotebookText} onClick={() => onOpen('script')} />
      ) : null}
      <Suspense fallback={<span className="people-strip" />}>
        <PeopleStrip onOpen={() => onOpen('people')} />
      </Suspense>
      <Button className="not-phone" size="sm" Icon={Share2} onClick={() => onOpen('invite')}>
        Invite
      </Button>
      <Suspense fallback={<span className="me-button">{face}</span>}>
        <OwnMenu hasScript={hasScript} onOpen={onOpen}>
          {face}
        </OwnMenu>
      </Suspense>
    </header>
  )
}
