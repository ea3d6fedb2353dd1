import { ArrowLeft, ArrowRight, ChevronDown, ChevronUp, FilePen, PenLine, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { memo, useId, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { clusters } from '../../../shared/tools/ideas/collections'
import type { Cluster, Idea } from '../../../shared/tools/ideas/schema'
import { clusterName, countWords } from '../../../shared/tools/ideas/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { lengthProblem } from '../../ui/length-words'
import { Menu } from '../../ui/Menu'
import { BeginWordingSlot, useBeginsWordings } from './BeginWordingSlot'
import { useUi } from './board-ui'
import { NoteColumn } from './NoteColumn'
import { useStage } from './stage-context'

interface ClusterCardProps {
  readonly cluster: Cluster
  readonly notes: readonly Idea[]
  readonly people: ReadonlyMap<string, Pick<Participant, 'name'>>
  /** The note being written here, if one is. */
  readonly composer: ReactNode
}

/** A named group of notes. */
export const ClusterCard = memo(function ClusterCard({ cluster, notes, people, composer }: ClusterCardProps) {
  const { actions, refusal } = useStage()
  const isNaming = useUi((state) => state.naming === cluster.id)
  const isTarget = useUi(({ target }) => target !== null && target !== 'new-cluster' && target.clusterId === cluster.id)
  const folded = cluster.collapsed === true
  return (
    <section
      className={classNames('cluster', isTarget && 'ideas-over')}
      aria-label={`${clusterName(cluster)}, ${countWords(notes.length, 'note')}`}
      data-column={cluster.id}
    >
      <header>
        {isNaming ? <ClusterNaming cluster={cluster} /> : <ClusterHeading cluster={cluster} />}
        <span className="cnt">{notes.length}</span>
        {refusal ? null : <ClusterMenu cluster={cluster} hasNotes={notes.length > 0} />}
      </header>
      {composer}
      {folded ? (
        <Button size="sm" variant="ghost" Icon={ChevronDown} onClick={() => actions.foldCluster(cluster.id, false)}>
          Show {countWords(notes.length, 'note')}
        </Button>
      ) : (
        <NoteColumn column={cluster.id} notes={notes} cluster={cluster} people={people} />
      )}
      {!folded && notes.length === 0 && !composer ? <p className="ideas-empty-cluster">Move notes here, or add one.</p> : null}
    </section>
  )
})

function ClusterHeading({ cluster }: { readonly cluster: Cluster }) {
  const { ui, refusal } = useStage()
  const named = cluster.name.trim() !== ''
  return (
    <h3 className={classNames(!named && 'ideas-unnamed')} dir="auto" data-cluster-name={cluster.id} tabIndex={-1}>
      {named || refusal ? (
        clusterName(cluster)
      ) : (
        <Button size="sm" Icon={PenLine} onClick={() => ui.set({ naming: cluster.id })}>
          Name this cluster
        </Button>
      )}
    </h3>
  )
}

function ClusterNaming({ cluster }: { readonly cluster: Cluster }) {
  const { actions, ui } = useStage()
  const [name, setName] = useState(cluster.name)
  const problemId = useId()
  const problem = lengthProblem(name, limits.nameLength)
  function finish(save: boolean, refocus: boolean) {
    if (save && problem) return
    if (save) actions.nameCluster(cluster.id, name)
    ui.set({ naming: null })
    if (refocus) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-cluster-name="${cluster.id}"]`)?.focus())
  }
  return (
    <div className="grow">
      <input
        className="input ideas-naming"
        dir="auto"
        aria-label="Name of the cluster"
        placeholder="Name it in a few words"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        value={name}
        ref={(input) => {
          if (input && !input.dataset.ready) {
            input.dataset.ready = 'yes'
            input.focus()
            input.select()
          }
        }}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => finish(true, false)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') finish(true, true)
          if (event.key === 'Escape') finish(false, true)
        }}
      />
      {problem ? (
        <p id={problemId} className="errmsg" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

function ClusterMenu({ cluster, hasNotes }: { readonly cluster: Cluster; readonly hasNotes: boolean }) {
  const { actions, ui } = useStage()
  const [isBeginning, setBeginning] = useState(false)
  const mayBegin = useBeginsWordings() && hasNotes
  const folded = cluster.collapsed === true
  return (
    <>
      <Menu
        label={`Actions for ${clusterName(cluster)}`}
        small
        items={[
          { label: 'Add a note here', Icon: Plus, onSelect: () => ui.set({ composingIn: cluster.id }) },
          { label: cluster.name.trim() ? 'Rename' : 'Name it', Icon: PenLine, onSelect: () => ui.set({ naming: cluster.id }) },
          {
            label: folded ? 'Unfold for everyone' : 'Fold for everyone',
            Icon: folded ? ChevronDown : ChevronUp,
            onSelect: () => actions.foldCluster(cluster.id, !folded),
          },
          ...(mayBegin ? [{ label: 'Start a wording…', Icon: FilePen, onSelect: () => setBeginning(true) }] : []),
          { label: 'Move earlier', Icon: ArrowLeft, onSelect: () => actions.shiftCluster(cluster.id, -1) },
          { label: 'Move later', Icon: ArrowRight, onSelect: () => actions.shiftCluster(cluster.id, 1) },
          { label: 'Delete cluster', Icon: Trash2, danger: true, onSelect: () => actions.deleteCluster(cluster.id) },
        ]}
      />
      {isBeginning ? (
        <BeginWordingSlot
          source={{ collection: clusters.name, id: cluster.id }}
          title={clusterName(cluster)}
          onClose={() => setBeginning(false)}
        />
      ) : null}
    </>
  )
}
