import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ClusterId, Idea, PromptId } from '../../../shared/tools/ideas/schema'
import type { Board, BoardColumn } from '../../../shared/tools/ideas/selectors'
import { countWords } from '../../../shared/tools/ideas/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { classNames } from '../../ui/class-names'
import { useUi } from './board-ui'
import { ClusterCard } from './ClusterCard'
import { NoteColumn } from './NoteColumn'
import { StageComposer } from './StageComposer'
import { useStage } from './stage-context'

const columnPx = 290

export interface BoardViewProps {
  readonly promptId: PromptId
  readonly board: Board
  readonly people: ReadonlyMap<string, Participant>
  readonly privateNotes: readonly Idea[]
}

/** Not yet sorted first, then the clusters in columns that flow and scroll with the page. */
export function BoardView({ promptId, board, people, privateNotes }: BoardViewProps) {
  const { refusal } = useStage()
  const area = useRef<HTMLDivElement>(null)
  const columnCount = useColumnCount(area)
  const lanes = lanesOf(board.columns, columnCount)
  // Lanes that no cluster needs yet give their room to what is not yet sorted.
  const spare = columnCount - lanes.length
  return (
    <div
      ref={area}
      className={classNames('ideas-board', spare > 0 && 'roomy')}
      style={spare > 0 ? { gridTemplateColumns: `minmax(190px, ${spare + 0.65}fr) minmax(0, ${lanes.length}fr)` } : undefined}
    >
      <Unsorted promptId={promptId} notes={board.unsorted} people={people} privateNotes={privateNotes} />
      <div className="ideas-lanes">
        {lanes.map((lane, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
          <div key={index}>
            {lane.map(({ cluster, notes }) => (
              <ClusterCard
                key={cluster.id}
                cluster={cluster}
                notes={notes}
                people={people}
                composer={<ComposerIn promptId={promptId} clusterId={cluster.id} />}
              />
            ))}
            {index === board.columns.length % lanes.length && !refusal ? <NewCluster /> : null}
          </div>
        ))}
      </div>
    </div>
  )
}

function Unsorted({ promptId, notes, people, privateNotes }: Omit<BoardViewProps, 'board'> & { readonly notes: readonly Idea[] }) {
  const isTarget = useUi(({ target }) => target !== null && target !== 'new-cluster' && target.clusterId === null)
  return (
    <section
      className={classNames('tray ideas-tray', isTarget && 'ideas-over')}
      aria-label={`Not yet sorted, ${countWords(notes.length + privateNotes.length, 'note')}`}
      data-column="unsorted"
    >
      <header>
        <h3 className="h">Not yet sorted</h3>
        <span className="fine">{notes.length + privateNotes.length}</span>
      </header>
      <ComposerIn promptId={promptId} clusterId={null} />
      {privateNotes.length > 0 ? (
        <div data-private>
          <NoteColumn column="private" notes={privateNotes} cluster={null} people={people} isPrivate />
        </div>
      ) : null}
      <NoteColumn column="unsorted" notes={notes} cluster={null} people={people} />
    </section>
  )
}

/** The composer, while a note is being written in this column. */
function ComposerIn({ promptId, clusterId }: { readonly promptId: PromptId; readonly clusterId: ClusterId | null }) {
  const { refusal } = useStage()
  const isHere = useUi((state) => state.composingIn === clusterId)
  return isHere && !refusal ? <StageComposer promptId={promptId} clusterId={clusterId} /> : null
}

function NewCluster() {
  const { actions } = useStage()
  const isTarget = useUi((state) => state.target === 'new-cluster')
  return (
    <button
      type="button"
      className={classNames('ideas-new-cluster', isTarget && 'ideas-over')}
      data-new-cluster
      onClick={() => actions.cluster([])}
    >
      <Plus className="i" aria-hidden />
      New cluster
    </button>
  )
}

/** Clusters in turn into the lanes, so that a new note never moves a cluster sideways. */
function lanesOf(columns: readonly BoardColumn[], count: number): readonly (readonly BoardColumn[])[] {
  const used = Math.max(1, Math.min(count, columns.length + 1))
  return Array.from({ length: used }, (_, lane) => columns.filter((__, index) => index % used === lane))
}

function useColumnCount(area: React.RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(3)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const observer = new ResizeObserver(() => setCount(Math.max(1, Math.floor((element.clientWidth - 190) / columnPx))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [area])
  return count
}
