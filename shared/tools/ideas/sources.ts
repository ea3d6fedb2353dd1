import type { RecordRef } from '../../doc/ids'
import { participants } from '../../workshop/collections'
import type { Source, SourceGroup, WorkshopDocs } from '../tool'
import { clusters, ideaModes, ideas } from './collections'
import { promptBoards } from './reading'
import type { Cluster, Idea } from './schema'
import { authorWords, clusterName } from './selectors'

/** Notes by cluster, in the order of the boards; those not yet sorted come last. */
export function sources(docs: WorkshopDocs): readonly SourceGroup[] {
  const people = peopleIn(docs)
  const inWords = (note: Idea) => noteSource(note, people)
  return promptBoards(docs).flatMap(({ board }): SourceGroup[] => [
    ...board.columns.map(({ cluster, notes }) => ({
      title: clusterName(cluster),
      source: clusterSource(cluster),
      items: notes.map(inWords),
      isMaterial: true,
    })),
    { title: clusterName(null), items: board.unsorted.map(inWords), isMaterial: true },
  ])
}

/** Private notes that wait for the reveal; their number alone is known. */
export function unrevealedSources({ record }: WorkshopDocs): number {
  return ideaModes.all(record).reduce((sum, { privateCount }) => sum + privateCount, 0)
}

/** A note or a cluster. A deleted one keeps its words, since a wording was made of them. */
export function source(docs: WorkshopDocs, ref: RecordRef): Source | undefined {
  if (ref.collection === clusters.name) {
    const cluster = clusters.get(docs.board, ref.id)
    return cluster && clusterSource(cluster)
  }
  const note = ref.collection === ideas.name ? ideas.get(docs.board, ref.id) : undefined
  return note && noteSource(note, peopleIn(docs))
}

type People = Parameters<typeof authorWords>[1]

function peopleIn({ record }: WorkshopDocs): People {
  return new Map(participants.all(record).map((person) => [person.id, person]))
}

function noteSource(note: Idea, people: People): Source {
  const isNamed = !note.anonymous && (note.byline !== undefined || note.authorId !== null)
  return {
    ref: { collection: ideas.name, id: note.id },
    kind: 'Note',
    words: note.text.replace(/\s+/g, ' ').trim(),
    ...(isNamed ? { by: authorWords(note, people) } : {}),
    ...(note.deletedAtMs === undefined ? {} : { isGone: true }),
  }
}

function clusterSource(cluster: Cluster): Source {
  return {
    ref: { collection: clusters.name, id: cluster.id },
    kind: 'Cluster',
    words: clusterName(cluster),
    ...(cluster.deletedAtMs === undefined ? {} : { isGone: true }),
  }
}
