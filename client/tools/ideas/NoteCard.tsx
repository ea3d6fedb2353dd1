import { Ellipsis, EyeOff } from 'lucide-react'
import { memo } from 'react'
import type { Cluster, Idea } from '../../../shared/tools/ideas/schema'
import { noteName } from '../../../shared/tools/ideas/selectors'
import { classNames } from '../../ui/class-names'
import { Byline } from './Byline'
import { useUi } from './board-ui'
import { useHand } from './hands'
import { KindGlyph } from './KindGlyph'
import { papers } from './kinds'
import { NoteEditor } from './NoteEditor'
import { useStage } from './stage-context'

interface NoteCardProps {
  readonly note: Idea
  readonly author: string
  readonly cluster: Cluster | null
  readonly position: number
  readonly count: number
  /** Whether Tab reaches this note of its column. */
  readonly tabStop: boolean
  readonly isPrivate?: boolean
}

/** One sticky note of the board. Keys and pointers are handled by the board around it. */
export const NoteCard = memo(function NoteCard({ note, author, cluster, position, count, tabStop, isPrivate }: NoteCardProps) {
  const { id } = note
  // One string instead of four subscriptions: most changes of the board concern other notes.
  const flags = useUi(
    ({ selected, inHand, target }) =>
      `${selected.has(id) ? 's' : ''}${inHand.has(id) ? 'h' : ''}${target !== null && target !== 'new-cluster' && target.beforeId === id ? 'd' : ''}`,
  )
  const isEditing = useUi((state) => state.editing === id)
  const hand = useHand(id)
  const name = noteName(note, isPrivate ? 'Only you can see it' : author, position, count, cluster)
  return (
    <li
      className={classNames(
        'note',
        papers[note.kind],
        flags.includes('s') && 'sel',
        flags.includes('h') && 'ideas-mine-in-hand',
        flags.includes('d') && 'ideas-drop-before',
        hand && 'lift',
        isPrivate && 'ideas-private',
        note.text.length > 160 && 'ideas-long',
      )}
      data-note={id}
      tabIndex={tabStop ? 0 : -1}
      aria-label={`${flags.includes('s') ? 'Selected. ' : ''}${name}${hand ? ` ${hand.name} is moving it.` : ''}`}
    >
      {isEditing ? <EditedNote note={note} /> : <NoteBody note={note} author={author} isPrivate={isPrivate ?? false} tabStop={tabStop} />}
      {hand ? (
        <span className={`ideas-hand c${hand.colour}`} aria-hidden>
          {hand.name.split(' ')[0]}
        </span>
      ) : null}
    </li>
  )
})

function EditedNote({ note }: { readonly note: Idea }) {
  const { actions, ui, focusNote } = useStage()
  return (
    <NoteEditor
      note={note}
      onSave={(text) => {
        actions.edit(note.id, text)
        ui.set({ editing: null })
      }}
      onNext={() => ui.set({ composingIn: note.clusterId })}
      onCancel={() => {
        ui.set({ editing: null })
        focusNote(note.id)
      }}
    />
  )
}

interface NoteBodyProps {
  readonly note: Idea
  readonly author: string
  readonly isPrivate: boolean
  readonly tabStop: boolean
}

const NoteBody = memo(function NoteBody({ note, author, isPrivate, tabStop }: NoteBodyProps) {
  return (
    <>
      <p dir="auto">{note.text}</p>
      <div className="by">
        <span className="ideas-author">
          {isPrivate ? (
            <>
              <EyeOff className="i s" aria-hidden /> Only you
            </>
          ) : (
            <Byline byline={note.byline} author={author} />
          )}
        </span>
        <KindGlyph kind={note.kind} />
        <button
          type="button"
          className="ideas-more"
          data-more
          tabIndex={tabStop ? 0 : -1}
          aria-label="Actions for this note"
          aria-haspopup="menu"
        >
          <Ellipsis className="i s" aria-hidden />
        </button>
      </div>
    </>
  )
})
