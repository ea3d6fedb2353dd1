import { StickyNote } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import { WorkshopError } from '../../../../shared/http/problem'
import { limits } from '../../../../shared/sync/limits'
import { contract, type NewDraft } from '../../../../shared/tools/drafts/contract'
import { call } from '../../../api/call'
import { useTypedWords } from '../../../app/use-typed-words'
import { useWorkshop } from '../../../app/workshop-context'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { toast } from '../../../ui/toast'
import { chosenRefs, refKey, SourceChooser } from '../evidence/SourceChooser'
import { useSources } from '../evidence/use-sources'

interface NotesDialogProps {
  /** What is begun; its title is the cluster's where only one was chosen from. */
  readonly wish: Pick<NewDraft, 'kind' | 'title' | 'rivalOf' | 'stepId'>
  readonly onBegun: (draftId: string) => void
  readonly onClose: () => void
}

/** Begins a wording with the words of notes. */
export function NotesDialog(props: NotesDialogProps) {
  return (
    <Dialog open wide onClose={props.onClose} title="Start from these notes">
      <Suspense fallback={<p className="meta">Fetching the notes…</p>}>
        <NotesChoice {...props} />
      </Suspense>
    </Dialog>
  )
}

function NotesChoice({ wish, onBegun, onClose }: NotesDialogProps) {
  const { actor } = useWorkshop()
  const sources = useSources()
  const unrevealed = sources.unrevealed()
  const groups = sources.groups().filter(({ isMaterial }) => isMaterial)
  const { words: kept, type, drop } = useTypedWords(`notes:${wish.rivalOf ?? wish.stepId ?? wish.kind}`)
  const chosen = useMemo(() => new Set(kept === '' ? [] : kept.split('\n')), [kept])
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const from = groups.filter(({ items }) => items.some(({ ref }) => chosen.has(refKey(ref))))
  const count = from.reduce((sum, { items }) => sum + items.filter(({ ref }) => chosen.has(refKey(ref))).length, 0)
  const only = from.length === 1 && from[0]?.source ? from[0].title : undefined

  async function begin() {
    setBusy(true)
    try {
      const body = { ...wish, title: wish.rivalOf && only ? only : wish.title, notes: chosenRefs(groups, chosen) }
      const { draftId } = await call(contract.createDraft, { params: { id: actor.workshopId }, body })
      drop()
      toast({ message: `A wording begins from ${plural(count, 'note')}.` })
      onBegun(draftId)
      onClose()
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
    } finally {
      setBusy(false)
    }
  }

  function leave() {
    drop()
    onClose()
  }

  const hidden = unrevealed > 0 ? <p className="fine">{unrevealedInWords(unrevealed)}</p> : null
  if (groups.length === 0) {
    return (
      <>
        <p className="meta">
          {unrevealed > 0 ? 'There are no notes to choose from yet.' : 'There are no notes yet. They are written in the Ideas step.'}
        </p>
        {hidden}
      </>
    )
  }
  return (
    <>
      <p className="meta">Their words come in as a list under the name of their cluster, and each keeps which note it is from.</p>
      <SourceChooser groups={groups} chosen={chosen} onChange={(next) => type([...next].join('\n'))} isWhole />
      {hidden}
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      <DialogActions inView>
        <Button
          variant="primary"
          Icon={StickyNote}
          busy={isBusy}
          disabledReason={
            count === 0
              ? 'Choose a cluster or some notes first.'
              : count > limits.notesPerWording
                ? `Choose at most ${limits.notesPerWording} notes.`
                : undefined
          }
          onClick={() => void begin()}
        >
          {count > 0 ? `Start from ${plural(count, 'note')}` : 'Start from notes'}
        </Button>
        <Button onClick={leave}>Cancel</Button>
      </DialogActions>
    </>
  )
}

function unrevealedInWords(count: number): string {
  return `${plural(count, 'note')} ${count === 1 ? 'is' : 'are'} not revealed yet and cannot be used.`
}
