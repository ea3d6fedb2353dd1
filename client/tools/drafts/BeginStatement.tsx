import { FileStack, FileUp, PenLine, StickyNote } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { contract } from '../../../shared/tools/drafts/contract'
import { kindLabels } from '../../../shared/tools/drafts/guidance'
import { can } from '../../../shared/tools/drafts/permissions'
import type { StatementKind } from '../../../shared/tools/drafts/schema'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ComposeSlot } from '../AgreementSlot'
import { attempt } from './attempt'
import { ImportDialog } from './ImportDialog'
import { NotesDialog } from './rivals/NotesDialog'

const TakeName = lazy(async () => ({ default: (await import('./TakeName')).TakeName }))

interface BeginStatementProps {
  readonly kind: StatementKind
  /** The step whose own draft this becomes; undefined once it has one. */
  readonly stepId: string | undefined
  readonly onBegun: (draftId: string) => void
}

/** Nothing written yet: what this statement is for, and for facilitators the way to begin. */
export function BeginStatement({ kind, stepId, onBegun }: BeginStatementProps) {
  const { actor } = useWorkshop()
  const [isImporting, setImporting] = useState(false)
  const [isComposing, setComposing] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const noun = kindLabels[kind].toLowerCase()
  const mayBegin = can(actor, 'drafts/create')

  async function begin(words?: string) {
    setBusy(true)
    const made = await beginStatement(actor.workshopId, kind, kindLabels[kind], stepId, words)
    setBusy(false)
    if (made) onBegun(made)
  }

  return (
    <>
      <Empty
        title={`No ${noun} yet.`}
        action={
          mayBegin ? (
            <div className="row wrap drafts-begin">
              {kind === 'name' ? (
                <Suspense fallback={null}>
                  <TakeName onTake={(name) => void begin(name)} />
                </Suspense>
              ) : null}
              {kind === 'agreement' ? (
                <Button variant="primary" Icon={FileStack} onClick={() => setComposing(true)}>
                  Put it together…
                </Button>
              ) : null}
              <Button variant={kind === 'agreement' ? 'plain' : 'primary'} Icon={PenLine} busy={isBusy} onClick={() => void begin()}>
                {kind === 'agreement' ? 'Begin an empty one' : `Begin the ${noun}`}
              </Button>
              <Button Icon={StickyNote} onClick={() => setChoosing(true)}>
                Start from notes…
              </Button>
              <Button Icon={FileUp} onClick={() => setImporting(true)}>
                Start from a file…
              </Button>
            </div>
          ) : undefined
        }
      >
        <p>
          {mayBegin ? 'Begin it, and everyone can write in it at once.' : 'Your facilitator begins it; then everyone writes in it at once.'}
        </p>
      </Empty>
      {isChoosing ? (
        <NotesDialog
          wish={{ kind, title: kindLabels[kind], ...(stepId === undefined ? {} : { stepId: stepId as `step_${string}` }) }}
          onBegun={onBegun}
          onClose={() => setChoosing(false)}
        />
      ) : null}
      {isComposing ? <ComposeSlot stepId={stepId} onBegun={onBegun} onClose={() => setComposing(false)} /> : null}
      {isImporting ? <ImportDialog target={{ kind }} onClose={() => setImporting(false)} onDone={onBegun} /> : null}
    </>
  )
}

/** Begins a statement; its id, or undefined when it was refused. */
export async function beginStatement(
  workshopId: string,
  kind: StatementKind,
  title: string,
  stepId: string | undefined,
  words?: string,
): Promise<string | undefined> {
  const body = { kind, title, ...(stepId === undefined ? {} : { stepId }), ...(words === undefined ? {} : { words }) }
  const made = await attempt(() => call(contract.createDraft, { params: { id: workshopId }, body }))
  return made?.draftId
}
