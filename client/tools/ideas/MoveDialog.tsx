import type { IdeaId } from '../../../shared/tools/ideas/schema'
import { clusterName, countWords } from '../../../shared/tools/ideas/selectors'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { opensFocused } from './opens-focused'
import { useStage } from './stage-context'

/** Where to move notes: every cluster, not yet sorted, or a new cluster. */
export function MoveDialog({ ids, onClose }: { readonly ids: readonly IdeaId[]; readonly onClose: () => void }) {
  const { actions, focusNote } = useStage()
  const board = actions.current()
  const places = [
    { clusterId: null, label: 'Not yet sorted', count: board.unsorted.length },
    ...board.columns.map(({ cluster, notes }) => ({ clusterId: cluster.id, label: clusterName(cluster), count: notes.length })),
  ]
  const [first] = ids
  const here = first ? actions.noteOf(first)?.clusterId : undefined

  return (
    <Dialog
      open
      onClose={() => {
        onClose()
        if (first) focusNote(first)
      }}
      title={ids.length === 1 ? 'Move this note to' : `Move ${countWords(ids.length, 'note')} to`}
    >
      <ul className="ideas-places">
        {places.map((place, index) => (
          <li key={place.clusterId ?? 'unsorted'}>
            <button
              type="button"
              className="mi"
              ref={index === 0 ? opensFocused : undefined}
              aria-current={ids.length === 1 && place.clusterId === here ? 'true' : undefined}
              onClick={() => {
                onClose()
                actions.move(ids, { clusterId: place.clusterId, beforeId: null })
              }}
            >
              <span dir="auto">{place.label}</span>
              <span className="fine">{countWords(place.count, 'note')}</span>
            </button>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button
          onClick={() => {
            onClose()
            actions.cluster(ids)
          }}
        >
          New cluster
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
