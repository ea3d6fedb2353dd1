import { memo, useState } from 'react'
import type { Cluster, Idea, PromptId } from '../../../shared/tools/ideas/schema'
import { authorWords, clusterName, countWords } from '../../../shared/tools/ideas/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { useUi } from './board-ui'
import { NoteCard } from './NoteCard'

const shownAtOnce = 80

interface NoteColumnProps {
  readonly column: string
  readonly notes: readonly Idea[]
  readonly cluster: Cluster | null
  readonly people: ReadonlyMap<string, Pick<Participant, 'name'>>
  readonly isPrivate?: boolean
  readonly className?: string
}

/** The notes of one column as a list that Tab enters once and arrows walk. */
export const NoteColumn = memo(function NoteColumn({ column, notes, cluster, people, isPrivate, className }: NoteColumnProps) {
  const [shown, setShown] = useState(shownAtOnce)
  const roving = useUi((state) => state.roving.get(column))
  const isTargetEnd = useUi(
    ({ target }) =>
      target !== null && target !== 'new-cluster' && !isPrivate && target.clusterId === (cluster?.id ?? null) && target.beforeId === null,
  )
  const tabStop = notes.some((note) => note.id === roving) ? roving : notes[0]?.id
  const wantedAt = useUi(({ wanted }) => (wanted ? notes.findIndex((note) => note.id === wanted) : -1))
  if (notes.length === 0) return null
  const visible = notes.slice(0, Math.max(shown, wantedAt + 1))
  return (
    <>
      <ul
        className={classNames('notes', className, isTargetEnd && 'ideas-drop-end')}
        aria-label={`${isPrivate ? 'Only you see these' : clusterName(cluster)}, ${countWords(notes.length, 'note')}`}
      >
        {visible.map((note, index) => (
          <NoteCard
            key={note.id}
            note={note}
            author={authorWords(note, people)}
            cluster={cluster}
            position={index + 1}
            count={notes.length}
            tabStop={note.id === tabStop}
            isPrivate={isPrivate ?? false}
          />
        ))}
      </ul>
      {notes.length > visible.length ? (
        <Button size="sm" block className="ideas-show-more" onClick={() => setShown(visible.length + shownAtOnce)}>
          Show {Math.min(shownAtOnce, notes.length - visible.length)} more
        </Button>
      ) : null}
    </>
  )
})

/** Where words being written in a column are kept on this device. */
export function keptAs(promptId: PromptId, clusterId: string | null): string {
  return `convene:note:${promptId}:${clusterId ?? 'unsorted'}`
}
