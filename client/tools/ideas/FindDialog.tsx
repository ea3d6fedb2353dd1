import { useMemo, useState } from 'react'
import type { IdeaId } from '../../../shared/tools/ideas/schema'
import type { Board } from '../../../shared/tools/ideas/selectors'
import { authorWords, clusterName, listOf, passes } from '../../../shared/tools/ideas/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { Dialog } from '../../ui/Dialog'
import { KindGlyph } from './KindGlyph'
import { opensFocused } from './opens-focused'

const shownAtOnce = 8

interface FindDialogProps {
  readonly board: Board
  readonly people: ReadonlyMap<string, Participant>
  readonly onGo: (id: IdeaId) => void
  readonly onClose: () => void
}

/** Any note by a few letters: type, arrows choose, Enter goes to it. */
export function FindDialog({ board, people, onGo, onClose }: FindDialogProps) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const all = useMemo(() => listOf(board), [board])
  const found = useMemo(
    () => (text.trim() === '' ? [] : all.filter(({ note }) => passes({ text }, note, authorWords(note, people))).slice(0, shownAtOnce)),
    [all, text, people],
  )
  const chosen = found[Math.min(at, found.length - 1)]
  return (
    <Dialog open onClose={onClose} title="Find a note">
      <input
        className="input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="ideas-found"
        aria-activedescendant={chosen ? `ideas-found-${chosen.note.id}` : undefined}
        aria-label="Words of the note or its author"
        autoComplete="off"
        value={text}
        ref={opensFocused}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined) {
            event.preventDefault()
            setAt(Math.max(0, Math.min(found.length - 1, at + step)))
          }
          if (event.key === 'Enter' && chosen) {
            event.preventDefault()
            onGo(chosen.note.id)
          }
        }}
      />
      <div id="ideas-found" role="listbox" aria-label="Notes found" className="ideas-found" tabIndex={-1}>
        {found.map(({ note, cluster }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above it has the keys
          <div
            key={note.id}
            id={`ideas-found-${note.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={note.id === chosen?.note.id}
            className="mi"
            onClick={() => onGo(note.id)}
          >
            <KindGlyph kind={note.kind} named />
            <span className="ideas-clip" dir="auto">
              {note.text}
            </span>
            <span className="fine">{clusterName(cluster)}</span>
          </div>
        ))}
      </div>
      <p className="meta" role="status">
        {text.trim() !== '' && found.length === 0 ? 'No note has these words.' : ''}
      </p>
    </Dialog>
  )
}
