import { Ellipsis, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import type { Cluster, Idea, PromptId } from '../../../shared/tools/ideas/schema'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import type { Board } from '../../../shared/tools/ideas/selectors'
import { authorWords, clusterName, noteName } from '../../../shared/tools/ideas/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Field } from '../../ui/Field'
import { lengthProblem } from '../../ui/length-words'
import { Byline } from './Byline'
import { useUi } from './board-ui'
import type { Tab } from './ClusterTabs'
import { ClusterTabs } from './ClusterTabs'
import { KindGlyph } from './KindGlyph'
import { papers } from './kinds'
import { NoteEditor } from './NoteEditor'
import { PhoneComposer } from './PhoneComposer'
import { useStage } from './stage-context'

const shownAtOnce = 100

interface PhoneViewProps {
  readonly promptId: PromptId
  readonly board: Board
  readonly people: ReadonlyMap<string, Participant>
  readonly privateNotes: readonly Idea[]
  /** More for these notes, beside the clusters. */
  readonly menu: ReactNode
}

/** One cluster at a time as a list of cards, with the composer under the thumb. */
export function PhoneView({ promptId, board, people, privateNotes, menu }: PhoneViewProps) {
  const { refusal, actions, ui } = useStage()
  const tabs: readonly Tab[] = [
    { id: 'unsorted', cluster: null, notes: board.unsorted, count: board.unsorted.length + privateNotes.length },
    ...board.columns.map(({ cluster, notes }) => ({ id: cluster.id, cluster, notes, count: notes.length })),
  ]
  const [wanted, setWanted] = useState('unsorted')
  const tab = tabs.find((each) => each.id === wanted) ?? tabs[0]
  const naming = useUi((state) => state.naming)
  const sought = useUi((state) => state.wanted)
  const soughtTab = tabs.find(({ notes }) => notes.some((note) => note.id === sought))?.id
  useEffect(() => {
    if (sought && soughtTab) setWanted(soughtTab)
  }, [sought, soughtTab])
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
        {tab.count === 0 ? (
          <p className="ideas-empty-cluster">
            {board.noteCount + privateNotes.length === 0 ? 'No notes yet. One idea per note, a few words is enough.' : 'Nothing here yet.'}
          </p>
        ) : null}
        <PhoneList key={tab.id} column={tab.id} notes={tab.notes} cluster={tab.cluster} people={people} isPrivate={false} />
      </div>
      {refusal ? null : (
        <PhoneComposer promptId={promptId} mine={privateNotes.length} onPosted={() => setWanted('unsorted')} post={actions.post} />
      )}
    </>
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
  const soughtAt = useUi((state) => (state.wanted ? notes.findIndex((note) => note.id === state.wanted) : -1))
  if (notes.length === 0) return null
  const visible = notes.slice(0, Math.max(shown, soughtAt + 1))
  return (
    <>
      <ul className="ideas-cards" aria-label={isPrivate ? 'Only you see these' : clusterName(cluster)}>
        {visible.map((note, index) => {
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
                  <span>
                    {kindLabels[note.kind]} · {isPrivate ? 'Only you' : <Byline byline={note.byline} author={author} />}
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
      {notes.length > visible.length ? (
        <Button block onClick={() => setShown(visible.length + shownAtOnce)}>
          Show {Math.min(shownAtOnce, notes.length - visible.length)} more
        </Button>
      ) : null}
    </>
  )
}

function PhoneNaming({ id, onNamed }: { readonly id: Cluster['id']; readonly onNamed: () => void }) {
  const { actions, ui } = useStage()
  const [name, setName] = useState('')
  const problem = lengthProblem(name, limits.nameLength)
  return (
    <form
      className="ideas-phone-naming"
      onSubmit={(event) => {
        event.preventDefault()
        if (problem) return
        actions.nameCluster(id, name)
        ui.set({ naming: null })
        onNamed()
      }}
    >
      <Field label={<span className="vh">Name of the cluster</span>} error={problem}>
        {(control) => (
          <input
            {...control}
            className="input"
            dir="auto"
            placeholder="Name the cluster"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        Name it
      </Button>
    </form>
  )
}
