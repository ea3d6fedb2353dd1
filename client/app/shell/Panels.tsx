import type { ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { atLeast } from '../../../shared/access/actor'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { Sheet } from '../../ui/Sheet'
import { useWorkshop } from '../workshop-context'
import type { Panel } from './Bar'
import type { Agenda } from './use-agenda'

const AgendaEditor = lazy(async () => ({ default: (await import('./AgendaEditor')).AgendaEditor }))
const ComfortPanel = lazy(async () => ({ default: (await import('../comfort/ComfortPanel')).ComfortPanel }))
const InviteDialog = lazy(async () => ({ default: (await import('../invite/InviteDialog')).InviteDialog }))
const KeyboardMap = lazy(async () => ({ default: (await import('./KeyboardMap')).KeyboardMap }))
const LeaveDialog = lazy(async () => ({ default: (await import('./LeaveDialog')).LeaveDialog }))
const PeoplePanel = lazy(async () => ({ default: (await import('../people/PeoplePanel')).PeoplePanel }))
const RestoreDialog = lazy(async () => ({ default: (await import('./RestoreDialog')).RestoreDialog }))
const ScriptDialog = lazy(async () => ({ default: (await import('./ScriptDialog')).ScriptDialog }))

interface PanelsProps {
  readonly panel: Panel | undefined
  readonly agenda: Agenda
  /** By step. */
  readonly scripts: ReadonlyMap<string, string>
  /** The step or page on this screen. */
  readonly shown: AgendaStep | undefined
  /** The agenda as it stands in its sheet. */
  readonly rail: ReactNode
  readonly onClose: () => void
}

/** The sheets and dialogs of the shell; what is in one loads when it is first opened. */
export function Panels({ panel, agenda, scripts, shown, rail, onClose }: PanelsProps) {
  const { actor } = useWorkshop()
  const leads = atLeast(actor.role, 'facilitator')
  const script = shown ? scripts.get(shown.id) : undefined
  return (
    <>
      <Sheet open={panel === 'rail'} onClose={onClose} label="Agenda" side="left">
        <nav className="rail in-sheet" aria-label="Agenda">
          {rail}
        </nav>
      </Sheet>
      <Sheet open={panel === 'people'} onClose={onClose} label="People" side="right">
        <Suspense fallback={null}>
          <PeoplePanel />
        </Suspense>
      </Sheet>
      <Suspense fallback={null}>
        {panel === 'invite' ? <InviteDialog open onClose={onClose} /> : null}
        {panel === 'comfort' ? <ComfortPanel open onClose={onClose} /> : null}
        {panel === 'keys' ? <KeyboardMap open onClose={onClose} tool={shown?.tool} /> : null}
        {panel === 'script' && shown && script !== undefined ? <ScriptDialog title={shown.title} text={script} onClose={onClose} /> : null}
        {panel === 'restore' && leads ? <RestoreDialog onClose={onClose} /> : null}
        {panel === 'leave' ? <LeaveDialog open onClose={onClose} /> : null}
        {panel === 'agenda' && leads ? <AgendaEditor agenda={agenda} scripts={scripts} open onClose={onClose} /> : null}
      </Suspense>
    </>
  )
}
