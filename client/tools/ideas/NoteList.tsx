import './ideas.css'
import { PromptId as promptIdSchema } from '../../../shared/tools/ideas/schema'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { useDialogs } from './Dialogs'
import { IdeasScope } from './IdeasScope'
import { LineComposer } from './LineComposer'
import { NoteRows } from './ListView'
import { keptAs } from './NoteColumn'
import { useStage } from './stage-context'
import { useBoard, usePeople } from './use-ideas'

/** A shared list of notes under a step that has no board of its own. */
export function NoteList({ promptId }: { readonly promptId: string }) {
  const id = promptIdSchema.parse(promptId)
  return (
    <IdeasScope key={id} promptId={id} className="ideas ideas-plain">
      <PlainList promptId={id} />
    </IdeasScope>
  )
}

function PlainList({ promptId }: { readonly promptId: ReturnType<typeof promptIdSchema.parse> }) {
  const board = useBoard(promptId)
  const people = usePeople()
  const { actions, refusal } = useStage()
  const { openPaste } = useDialogs()
  return (
    <section aria-label="Notes" className="ideas-list">
      <header className="row between">
        <h3 className="h">Notes</h3>
        <span className="fine">{countWords(board.noteCount, 'note')}</span>
      </header>
      {refusal ? null : (
        <LineComposer
          keptAs={keptAs(promptId, null)}
          onPost={(text, kind) => actions.post(text, kind, null)}
          onPasteLines={(text) => openPaste(text, null)}
        />
      )}
      {board.noteCount === 0 ? <p className="meta">No notes yet. One idea per note, a few words is enough.</p> : null}
      <NoteRows board={board} people={people} />
    </section>
  )
}
