import { Download, FileUp, Plus, Search, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { can } from '../../../shared/tools/ideas/permissions'
import type { IdeaMode, PromptId } from '../../../shared/tools/ideas/schema'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import type { Board } from '../../../shared/tools/ideas/selectors'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { downloadText } from '../../app/hand-over'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Menu } from '../../ui/Menu'
import { DeletedDialog } from './DeletedDialog'
import { useDialogs } from './Dialogs'
import { KindGlyph } from './KindGlyph'
import { papers } from './kinds'
import { privateWords } from './private-words'
import { useStage } from './stage-context'
import { usePeople } from './use-ideas'

/** The one primary button of the stage. */
export function AddNote({ onAdd }: { readonly onAdd: () => void }) {
  const { ui, refusal } = useStage()
  const { actor } = useWorkshop()
  if (refusal) return can(actor, 'ideas/write') ? null : <Chip>Reading only</Chip>
  return (
    <Button
      variant="primary"
      Icon={Plus}
      className="ideas-add"
      data-add-note
      onClick={() => {
        onAdd()
        ui.set({ composingIn: null })
        requestAnimationFrame(() => document.querySelector<HTMLElement>('.ideas-composer textarea')?.focus())
      }}
    >
      Add a note<kbd aria-hidden>N</kbd>
    </Button>
  )
}

interface LegendProps {
  readonly board: Board
  readonly mode: IdeaMode
  /** How many private notes of this prompt are this person's own. */
  readonly mine: number
}

/** What papers and glyphs mean, and how much there is. */
export function Legend({ board, mode, mine }: LegendProps) {
  const { kinds } = useStage()
  return (
    <div className="row g4 wrap ideas-legend">
      {kinds.map((kind) => (
        <span key={kind} className={`ideas-kind ${papers[kind]}`}>
          <i>
            <KindGlyph kind={kind} />
          </i>
          {kindLabels[kind]}
        </span>
      ))}
      <span className="meta">
        {countWords(board.noteCount, 'note')} · {countWords(board.columns.length, 'cluster')}
      </span>
      {mode.writing === 'private' ? <span className="chip live">{privateWords(mode.privateCount, mine)}</span> : null}
    </div>
  )
}

/** Finding, files and deleted notes. */
export function BoardMenu({ promptId, board }: { readonly promptId: PromptId; readonly board: Board }) {
  const { ui, refusal } = useStage()
  const { openImport } = useDialogs()
  const { title } = useWorkshop()
  const people = usePeople()
  const [showsDeleted, setShowsDeleted] = useState(false)

  async function download() {
    const { notesCsv } = await import('../../../shared/tools/ideas/csv')
    downloadText(`${title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-notes.csv`, notesCsv(board, people))
  }

  return (
    <>
      <Menu
        label="More for these notes"
        items={[
          { label: 'Find a note', hint: 'Ctrl K', Icon: Search, onSelect: () => ui.set({ finding: true }) },
          { label: 'Notes from a file…', Icon: FileUp, disabledReason: refusal, onSelect: openImport },
          { label: 'Download as CSV', Icon: Download, onSelect: () => void download() },
          { label: 'Deleted notes…', Icon: Trash2, onSelect: () => setShowsDeleted(true) },
        ]}
      />
      {showsDeleted ? <DeletedDialog promptId={promptId} onClose={() => setShowsDeleted(false)} /> : null}
    </>
  )
}
