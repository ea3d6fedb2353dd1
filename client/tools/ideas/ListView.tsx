import { Ellipsis } from 'lucide-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import type { Cluster, Idea, IdeaKind } from '../../../shared/tools/ideas/schema'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import type { Board } from '../../../shared/tools/ideas/selectors'
import { authorWords, clusterName, countWords, listOf, noteName, passes } from '../../../shared/tools/ideas/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Field } from '../../ui/Field'
import { useUi } from './board-ui'
import { KindGlyph } from './KindGlyph'
import { papers } from './kinds'
import { NoteEditor } from './NoteEditor'
import { useStage } from './stage-context'

const shownAtOnce = 300

interface ListViewProps {
  readonly board: Board
  readonly people: ReadonlyMap<string, Participant>
}

/** The same notes as the board, one a row: the accessible truth, with filters and selection. */
export function ListView({ board, people }: ListViewProps) {
  const [kind, setKind] = useState<IdeaKind | ''>('')
  const [authorId, setAuthorId] = useState('')
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const all = useMemo(() => listOf(board), [board])
  const rows = useMemo(() => {
    const filter = { kind: kind || undefined, authorId: authorId || undefined, text: wanted }
    return all.filter(({ note }) => passes(filter, note, authorWords(note, people)))
  }, [all, kind, authorId, wanted, people])
  const { kinds } = useStage()
  const authors = useMemo(() => {
    const ids = new Set(all.flatMap(({ note }) => (note.authorId && !note.byline ? [note.authorId] : [])))
    return [...ids].map((id) => ({ id, name: people.get(id)?.name ?? 'Somebody who left' })).sort((a, b) => a.name.localeCompare(b.name))
  }, [all, people])

  return (
    <div className="ideas-list">
      <search className="ideas-filters" aria-label="Filter notes">
        <Field label="Words">
          {(props) => (
            <input className="input" type="search" {...props} data-filter value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
        <Field label="Kind">
          {(props) => (
            // The options are the kinds, and all.
            <select className="input" {...props} value={kind} onChange={(event) => setKind(event.target.value as IdeaKind | '')}>
              <option value="">All kinds</option>
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {kindLabels[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Author">
          {(props) => (
            <select className="input" {...props} value={authorId} onChange={(event) => setAuthorId(event.target.value)}>
              <option value="">Everyone</option>
              {authors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <span className="meta" role="status">
          {rows.length === all.length ? countWords(all.length, 'note') : `${rows.length} of ${countWords(all.length, 'note')}`}
        </span>
      </search>
      <SelectionBar />
      {rows.length === 0 ? (
        <p className="meta">
          {all.length === 0 ? 'No notes yet. One idea per note, a few words is enough.' : 'No note passes these filters.'}
        </p>
      ) : null}
      <Rows rows={rows} people={people} />
    </div>
  )
}

/** A board's notes as plain rows, without filters. */
export function NoteRows({ board, people }: ListViewProps) {
  const rows = useMemo(() => listOf(board), [board])
  return <Rows rows={rows} people={people} isPlain />
}

interface RowsProps {
  readonly rows: ReturnType<typeof listOf>
  readonly people: ListViewProps['people']
  /** Without selection and clusters. */
  readonly isPlain?: boolean
}

function Rows({ rows, people, isPlain = false }: RowsProps) {
  const [shown, setShown] = useState(shownAtOnce)
  const roving = useUi((state) => state.roving.get('list'))
  const tabStop = rows.some(({ note }) => note.id === roving) ? roving : rows[0]?.note.id
  if (rows.length === 0) return null
  return (
    <>
      <ul className="ideas-rows" aria-label="Notes">
        {rows.slice(0, shown).map(({ note, cluster }, index) => (
          <ListRow
            key={note.id}
            note={note}
            cluster={cluster}
            author={authorWords(note, people)}
            position={index + 1}
            count={rows.length}
            tabStop={note.id === tabStop}
            isPlain={isPlain}
          />
        ))}
      </ul>
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + shownAtOnce)}>Show {Math.min(shownAtOnce, rows.length - shown)} more</Button>
      ) : null}
    </>
  )
}

interface ListRowProps {
  readonly note: Idea
  readonly cluster: Cluster | null
  readonly author: string
  readonly position: number
  readonly count: number
  readonly tabStop: boolean
  readonly isPlain: boolean
}

const ListRow = memo(function ListRow({ note, cluster, author, position, count, tabStop, isPlain }: ListRowProps) {
  const { id } = note
  const { ui, actions, focusNote, refusal } = useStage()
  const isSelected = useUi((state) => state.selected.has(id))
  const isEditing = useUi((state) => state.editing === id)
  return (
    <li
      className={classNames('ideas-row', papers[note.kind], isSelected && 'sel', (isPlain || refusal) && 'plain')}
      data-note={id}
      tabIndex={tabStop ? 0 : -1}
      aria-label={`${isSelected ? 'Selected. ' : ''}${noteName(note, author, position, count, cluster)}`}
    >
      {refusal || isPlain ? null : (
        <input
          type="checkbox"
          tabIndex={tabStop ? 0 : -1}
          aria-label="Select this note"
          checked={isSelected}
          onChange={(event) => ui.toggle(id, event.target.checked)}
        />
      )}
      <span className="ideas-row-kind">
        <KindGlyph kind={note.kind} />
        {kindLabels[note.kind]}
      </span>
      {isEditing ? (
        <span className="ideas-row-text">
          <NoteEditor
            note={note}
            onSave={(text) => {
              actions.edit(id, text)
              ui.set({ editing: null })
              focusNote(id)
            }}
            onNext={() => {}}
            onCancel={() => {
              ui.set({ editing: null })
              focusNote(id)
            }}
          />
        </span>
      ) : (
        <span className="ideas-row-text" dir="auto">
          {note.text}
        </span>
      )}
      <span className="ideas-row-meta">
        <span>
          <bdi>{author}</bdi>
        </span>
        {isPlain ? null : (
          <span>
            <bdi>{clusterName(cluster)}</bdi>
          </span>
        )}
      </span>
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
    </li>
  )
})

/** What to do with the selected notes; shown while there are any. */
export function SelectionBar() {
  const { actions, ui, refusal } = useStage()
  const selected = useUi((state) => state.selected)
  if (selected.size === 0 || refusal) return null
  const ids = [...selected]
  return (
    <div className="ideas-selection" role="toolbar" aria-label="Selected notes">
      <b>{countWords(ids.length, 'note')} selected</b>
      <Button size="sm" variant="primary" onClick={() => actions.cluster(ids)}>
        Make a cluster from {countWords(ids.length, 'note')}
      </Button>
      <Button size="sm" onClick={() => ui.set({ moving: ids })}>
        Move to…
      </Button>
      <Button size="sm" onClick={() => actions.remove(ids)}>
        Delete
      </Button>
      <Button size="sm" variant="ghost" onClick={() => ui.set({ selected: new Set() })}>
        Select none
      </Button>
    </div>
  )
}
