import { Ellipsis, EyeOff, Send } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { Cluster, Idea, PromptId } from '../../../shared/tools/ideas/schema'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import type { Board } from '../../../shared/tools/ideas/selectors'
import { authorWords, clusterName, countWords, noteName, shortName } from '../../../shared/tools/ideas/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { useUi } from './board-ui'
import { useDialogs } from './Dialogs'
import { KindGlyph } from './KindGlyph'
import { KindPicker } from './KindPicker'
import { papers } from './kinds'
import { keptAs } from './NoteColumn'
import { NoteEditor } from './NoteEditor'
import { useStage } from './stage-context'
import { useComposer } from './use-composer'
import { useMode } from './use-ideas'
import { writingPromise } from './writing-promise'

const shownAtOnce = 100

interface PhoneViewProps {
  readonly promptId: PromptId
  readonly board: Board
  readonly people: ReadonlyMap<string, Participant>
  readonly privateNotes: readonly Idea[]
  /** More for these notes, beside the clusters. */
  readonly menu: ReactNode
}

interface Tab {
  readonly id: string
  readonly cluster: Cluster | null
  readonly notes: readonly Idea[]
}

/** One cluster at a time as a list of cards, with the composer under the thumb. */
export function PhoneView({ promptId, board, people, privateNotes, menu }: PhoneViewProps) {
  const { refusal, actions, ui } = useStage()
  const tabs: readonly Tab[] = [
    { id: 'unsorted', cluster: null, notes: board.unsorted },
    ...board.columns.map(({ cluster, notes }) => ({ id: cluster.id, cluster, notes })),
  ]
  const [wanted, setWanted] = useState('unsorted')
  const tab = tabs.find((each) => each.id === wanted) ?? tabs[0]
  const naming = useUi((state) => state.naming)
  if (!tab) return null
  return (
    <>
      <div className="ideas-phone-tabs">
        <ClusterTabs tabs={tabs} tab={tab} onChange={setWanted} />
        {menu}
      </div>
      <div id="ideas-tabpanel" role="tabpanel" aria-labelledby={`ideas-tab-${tab.id}`}>
        {naming ? <PhoneNaming id={naming} onNamed={() => setWanted(naming)} /> : null}
        {tab.cluster && !tab.cluster.name.trim() && !naming && !refusal ? (
          <Button onClick={() => ui.set({ naming: tab.cluster?.id ?? null })}>Name this cluster</Button>
        ) : null}
        {privateNotes.length > 0 && tab.id === 'unsorted' ? (
          <div data-private>
            <PhoneList column="private" notes={privateNotes} cluster={null} people={people} isPrivate />
          </div>
        ) : null}
        {tab.notes.length === 0 && privateNotes.length === 0 ? (
          <p className="ideas-empty-cluster">
            {board.noteCount === 0 ? 'No notes yet. One idea per note, a few words is enough.' : 'Nothing here yet.'}
          </p>
        ) : null}
        <PhoneList key={tab.id} column={tab.id} notes={tab.notes} cluster={tab.cluster} people={people} isPrivate={false} />
      </div>
      {refusal ? null : <PhoneComposer promptId={promptId} onPosted={() => setWanted('unsorted')} post={actions.post} />}
    </>
  )
}

function ClusterTabs({
  tabs,
  tab,
  onChange,
}: {
  readonly tabs: readonly Tab[]
  readonly tab: Tab
  readonly onChange: (id: string) => void
}) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const at = (tabs.indexOf(tab) + step + tabs.length) % tabs.length
    const next = tabs[at]
    if (!next) return
    onChange(next.id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
  }
  return (
    <div className="ideas-tabs" role="tablist" aria-label="Clusters" tabIndex={-1} onKeyDown={move}>
      {tabs.map(({ id, cluster, notes }) => (
        <button
          key={id}
          id={`ideas-tab-${id}`}
          type="button"
          role="tab"
          dir="auto"
          aria-selected={id === tab.id}
          aria-controls="ideas-tabpanel"
          tabIndex={id === tab.id ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {cluster ? clusterName(cluster) : 'Not yet sorted'} <span>{notes.length}</span>
        </button>
      ))}
    </div>
  )
}

interface PhoneListProps {
  readonly column: string
  readonly notes: readonly Idea[]
  readonly cluster: Cluster | null
  readonly people: ReadonlyMap<string, Participant>
  readonly isPrivate: boolean
}

function PhoneList({ column, notes, cluster, people, isPrivate }: PhoneListProps) {
  const { actor } = useWorkshop()
  const { actions, ui, focusNote } = useStage()
  const [shown, setShown] = useState(shownAtOnce)
  const editing = useUi((state) => state.editing)
  const roving = useUi((state) => state.roving.get(column))
  const tabStop = notes.some((note) => note.id === roving) ? roving : notes[0]?.id
  if (notes.length === 0) return null
  return (
    <>
      <ul className="ideas-cards" aria-label={isPrivate ? 'Only you see these' : clusterName(cluster)}>
        {notes.slice(0, shown).map((note, index) => {
          const author = authorWords(note, people, actor)
          return (
            <li
              key={note.id}
              className={classNames('note', papers[note.kind], isPrivate && 'ideas-private')}
              data-note={note.id}
              tabIndex={note.id === tabStop ? 0 : -1}
              aria-label={noteName(note, isPrivate ? 'Only you can see it' : author, index + 1, notes.length, cluster)}
            >
              {editing === note.id ? (
                <NoteEditor
                  note={note}
                  onSave={(text) => {
                    actions.edit(note.id, text)
                    ui.set({ editing: null })
                  }}
                  onNext={() => focusNote(note.id)}
                  onCancel={() => ui.set({ editing: null })}
                />
              ) : (
                <p dir="auto">{note.text}</p>
              )}
              <div className="by">
                <span className="row">
                  <KindGlyph kind={note.kind} />
                  {isPrivate ? <EyeOff className="i s" aria-hidden /> : null}
                  <span dir="auto">
                    {kindLabels[note.kind]} · {isPrivate ? 'Only you' : shortName(author)}
                  </span>
                </span>
                <button
                  type="button"
                  className="ideas-more"
                  data-more
                  tabIndex={note.id === tabStop ? 0 : -1}
                  aria-label="Actions for this note"
                  aria-haspopup="menu"
                >
                  <Ellipsis className="i" aria-hidden />
                </button>
              </div>
            </li>
          )
        })}
      </ul>
      {notes.length > shown ? (
        <Button block onClick={() => setShown(shown + shownAtOnce)}>
          Show {Math.min(shownAtOnce, notes.length - shown)} more
        </Button>
      ) : null}
    </>
  )
}

function PhoneNaming({ id, onNamed }: { readonly id: Cluster['id']; readonly onNamed: () => void }) {
  const { actions, ui } = useStage()
  const input = useRef<HTMLInputElement>(null)
  return (
    <form
      className="ideas-phone-naming"
      onSubmit={(event) => {
        event.preventDefault()
        actions.nameCluster(id, input.current?.value ?? '')
        ui.set({ naming: null })
        onNamed()
      }}
    >
      <input ref={input} className="input" dir="auto" aria-label="Name of the cluster" placeholder="Name the cluster" maxLength={80} />
      <Button type="submit" variant="primary">
        Name it
      </Button>
    </form>
  )
}

interface PhoneComposerProps {
  readonly promptId: PromptId
  readonly onPosted: () => void
  readonly post: (text: string, kind: Idea['kind'], clusterId: null) => void
}

/** Kinds, the field, and a button in the thumb's reach; the keyboard's own Send posts too. */
function PhoneComposer({ promptId, onPosted, post }: PhoneComposerProps) {
  const { kinds } = useStage()
  const { openPaste } = useDialogs()
  const mode = useMode(promptId)
  const promise = writingPromise(mode)
  const area = useRef<HTMLTextAreaElement>(null)
  const composer = useComposer({
    keptAs: keptAs(promptId, null),
    onPost(text, kind) {
      post(text, kind, null)
      onPosted()
      area.current?.closest('.stage')?.scrollTo({ top: 0 })
    },
    onPasteLines: (text) => openPaste(text, null),
  })
  return (
    <form
      className="ideas-phone-composer"
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault()
        composer.post()
        area.current?.focus()
      }}
    >
      {promise ? (
        <p className="fine row">
          <EyeOff className="i s" aria-hidden />
          {promise} {mode.privateCount > 0 ? `${countWords(mode.privateCount, 'note')} being written.` : ''}
        </p>
      ) : null}
      <KindPicker kinds={kinds} value={composer.kind} onChange={composer.setKind} />
      {composer.problem ? (
        <p className="errmsg" role="alert">
          {composer.problem}
        </p>
      ) : null}
      <div className="row">
        <textarea
          ref={area}
          className="input grow"
          rows={composer.text.length > 40 ? 3 : 1}
          placeholder="Write a note…"
          aria-label="Write a note"
          data-add-note
          onChange={(event) => composer.change(event.target.value)}
          {...composer.field}
        />
        <button type="submit" className="btn primary ideas-send" aria-label="Add the note">
          <Send className="i" aria-hidden />
        </button>
      </div>
    </form>
  )
}
