import { Check, FileText, History, ListPlus, LogIn, PanelLeftClose, PanelLeftOpen, ScrollText } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from 'wouter'
import { atLeast } from '../../../shared/access/actor'
import { participants } from '../../../shared/workshop/collections'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { durationWords, minutesToCome, presentParticipants, spokenCode, stepState } from '../../../shared/workshop/selectors'
import { useSelected } from '../../sync/use-live'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/IconButton'
import { Mark } from '../../ui/Mark'
import { useProgress } from '../docs-context'
import { useWorkshop } from '../workshop-context'
import { documentWords } from './document-words'
import type { Agenda } from './use-agenda'

interface RailProps {
  readonly agenda: Agenda
  /** The step, `log`, `document` or `catch-up` on this screen. */
  readonly view: string
  readonly slim: boolean
  /** Undefined where it cannot be made slim: in the sheet. */
  readonly onSlim?: () => void
  readonly onEdit: () => void
}

/** The agenda is the navigation: where the group is, what is done, what comes. */
export function Rail({ agenda: { workshop, steps, current }, view, slim, onSlim, onEdit }: RailProps) {
  const { actor, record, title } = useWorkshop()
  const people = useSelected(participants, record, presentParticipants).length
  const base = `/w/${actor.workshopId}`
  const toCome = current && workshop ? minutesToCome(steps, { stepId: current.id, timer: workshop.timer }) : 0
  return (
    <>
      <div className="top row between">
        <Link className="mark" href="/" aria-label="Convene, home">
          <Mark />
          <span className="rail-word">Convene</span>
        </Link>
        {onSlim ? (
          <IconButton
            label={slim ? 'Widen the agenda' : 'Narrow the agenda'}
            Icon={slim ? PanelLeftOpen : PanelLeftClose}
            small
            onClick={onSlim}
          />
        ) : null}
      </div>
      <div className="ws rail-word">
        <b>{title}</b>
        {workshop?.openedAs === undefined ? null : <p className="fine">Opened as {workshop.openedAs}</p>}
        {workshop?.focusQuestion ? (
          <p className="voice ws-question" title={workshop.focusQuestion}>
            {workshop.focusQuestion}
          </p>
        ) : null}
        <span className="fine">
          {people === 1 ? '1 person' : `${people} people`}
          {toCome > 0 ? ` · ${durationWords(toCome)} to come` : ''}
        </span>
      </div>
      <div className="rail-scroll">
        <ol className="steps">
          {steps.map((step, index) => (
            <li key={step.id}>
              <StepLink step={step} number={index + 1} steps={steps} currentId={current?.id ?? ''} shown={view === step.id} base={base} />
            </li>
          ))}
        </ol>
        {atLeast(actor.role, 'facilitator') ? (
          <button type="button" className="rail-edit" onClick={onEdit} title="Edit the agenda">
            <ListPlus className="i s" aria-hidden />
            <span className="rail-word">Edit the agenda</span>
          </button>
        ) : null}
      </div>
      <div className="foot">
        <Link
          className={classNames('row meta rail-foot', view === 'catch-up' && 'here')}
          href={`${base}/catch-up`}
          title="Since you were here"
          aria-current={view === 'catch-up' ? 'page' : undefined}
        >
          <History className="i s" aria-hidden />
          <span className="rail-word grow">Since you were here</span>
        </Link>
        <Link
          className={classNames('row meta rail-foot', view === 'log' && 'here')}
          href={`${base}/log`}
          title="Decision log"
          aria-current={view === 'log' ? 'page' : undefined}
        >
          <ScrollText className="i s" aria-hidden />
          <span className="rail-word grow">Decision log</span>
          <RailNote tool="decisions" />
        </Link>
        <Link
          className={classNames('row meta rail-foot', view === 'document' && 'here')}
          href={`${base}/document`}
          title="Vision document"
          aria-current={view === 'document' ? 'page' : undefined}
        >
          <FileText className="i s" aria-hidden />
          <span className="rail-word grow">Vision document</span>
          <RailNote tool="document" />
        </Link>
        <div className="row between meta rail-foot">
          <span className="row">
            <LogIn className="i s" aria-hidden />
            <span className="rail-word">Join code</span>
          </span>
          <span className="code rail-word">{workshop ? spokenCode(workshop.joinCode) : ''}</span>
        </div>
      </div>
    </>
  )
}

/** How far a page of the workshop has come: `6` decisions, an `adopted` document. */
function RailNote({ tool }: { readonly tool: string }) {
  return (
    <Suspense fallback={null}>
      <RailNoteWords tool={tool} />
    </Suspense>
  )
}

function RailNoteWords({ tool }: { readonly tool: string }) {
  const progress = useProgress(tool)
  const statements = useProgress('drafts')
  if (!progress || progress.total === 0) return null
  return (
    <span className="fine rail-word" title={progress.summary}>
      {tool === 'decisions' ? progress.total : documentWords(progress, statements)}
    </span>
  )
}

interface StepLinkProps {
  readonly step: AgendaStep
  readonly number: number
  readonly steps: readonly AgendaStep[]
  readonly currentId: string
  readonly shown: boolean
  readonly base: string
}

const stateWords = { done: ', done', now: ', the group is here', 'to-come': '' } as const

function StepLink({ step, number, steps, currentId, shown, base }: StepLinkProps) {
  const state = stepState(steps, currentId, step.id)
  return (
    <Link
      href={`${base}/${step.id}`}
      className={classNames('step', state === 'done' && 'done', state === 'now' && 'now', shown && 'here')}
      aria-current={shown ? 'page' : undefined}
      title={step.title}
    >
      <span className="n" aria-hidden>
        {state === 'done' ? <Check className="i s" aria-hidden /> : state === 'now' ? null : number}
      </span>
      <span className="rail-word">
        {step.title}
        {step.mark ? <span className="step-mark">{step.mark}</span> : null}
        <span className="vh">{stateWords[state]}</span>
      </span>
      <span className="m rail-word">{state === 'done' || step.minutes === 0 ? '' : durationWords(step.minutes)}</span>
    </Link>
  )
}
