import type * as Y from 'yjs'
import type { ParticipantId } from '../../../shared/access/actor'
import { newId } from '../../../shared/doc/ids'
import { isOrderKey, ordersBetween } from '../../../shared/doc/order'
import { clusters, ideas } from '../../../shared/tools/ideas/collections'
import type { Idea, IdeaKind, PromptId } from '../../../shared/tools/ideas/schema'
import { boardOf, visibleIdeas } from '../../../shared/tools/ideas/selectors'

/** A note on its way from a private document to the board; without an author it also has no time of its own. */
export type RevealedNote = { readonly text: string; readonly kind: IdeaKind } & (
  | { readonly authorId: ParticipantId; readonly createdAtMs: number; readonly byline?: string | undefined }
  | { readonly authorId: null }
)

/** Takes a prompt's notes out of one person's private document; deleted ones are left behind and gone. */
export function takePrivateNotes(doc: Y.Doc, promptId: PromptId, authorId: ParticipantId, anonymous: boolean): readonly RevealedNote[] {
  const all = ideas.all(doc).filter((idea) => idea.promptId === promptId)
  const taken = visibleIdeas(all, promptId).map(({ text, kind, createdAtMs, byline, anonymous: promised }): RevealedNote => {
    return anonymous || promised ? { text, kind, authorId: null } : { text, kind, authorId, createdAtMs, byline }
  })
  for (const { id } of all) ideas.remove(doc, id)
  return taken
}

/**
 * Writes revealed notes in front of what is not yet sorted. All get new ids; those without author come in random
 * order, so that neither place nor time nor id tells who wrote them.
 */
export function publish(board: Y.Doc, promptId: PromptId, notes: readonly RevealedNote[], nowMs: number): void {
  const first = boardOf(ideas.all(board), clusters.all(board), promptId).unsorted.find((idea) => isOrderKey(idea.order))
  const named = notes.filter((note) => note.authorId !== null).sort((a, b) => timeOf(a) - timeOf(b))
  const ordered = [...shuffled(notes.filter((note) => note.authorId === null)), ...named]
  const orders = ordersBetween(null, first?.order ?? null, ordered.length)
  ordered.forEach((note, index) => {
    const record: Idea = {
      id: newId('idea'),
      promptId,
      text: note.text,
      kind: note.kind,
      clusterId: null,
      order: orders[index] ?? 'a0',
      ...(note.authorId === null
        ? { authorId: null, anonymous: true, createdAtMs: nowMs }
        : { authorId: note.authorId, createdAtMs: note.createdAtMs, byline: note.byline }),
    }
    ideas.put(board, record)
  })
}

function timeOf(note: RevealedNote): number {
  return note.authorId === null ? 0 : note.createdAtMs
}

/** Fisher-Yates with the system's random source, so that the order cannot be guessed. */
function shuffled<T>(items: readonly T[]): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
    const other = Math.floor((random / 2 ** 32) * (last + 1))
    const [a, b] = [mixed[last], mixed[other]]
    if (a !== undefined && b !== undefined) {
      mixed[last] = b
      mixed[other] = a
    }
  }
  return mixed
}
