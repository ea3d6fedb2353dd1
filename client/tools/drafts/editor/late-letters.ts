import { Extension } from '@tiptap/core'
import * as Y from 'yjs'
import { bringBack } from './bring-back'
import { knownClock, leaveWord } from './parting-word'
import { isOlder, type Letter, lettersEver, linesTakenOut } from './wording-letters'

/** Lines with letters of this editor that somebody else took out, until it is told how much of them was known. */
interface Parting {
  readonly lines: readonly Y.XmlText[]
  readonly deleteSet: Y.Transaction['deleteSet']
  readonly beforeState: Y.Transaction['beforeState']
}

/** So many are waited for; those who take lines out of a wording without this editor say nothing of it. */
const mostPartings = 100

/**
 * Brings back what was being typed in a line while somebody else replaced it.
 *
 * Whoever breaks or joins a line or makes it a heading or a list takes its text out of the shared document and puts a
 * copy in its place; letters that were on their way go with the old text. Only the editor in which they were typed brings
 * them back, so they come once; and only those that the other had not seen, so what was deleted on purpose stays so.
 */
export function lateLetters(body: Y.XmlFragment): Extension {
  const { doc } = body
  let partings: readonly Parting[] = []
  let isReceiving = false

  function begin(_events: readonly unknown[], { local }: Y.Transaction): void {
    if (!local) isReceiving = true
  }
  function end(): void {
    isReceiving = false
  }

  function follow(transaction: Y.Transaction): void {
    // What goes in answer to others' changes is what no editor can show: nobody has taken its words out on purpose.
    if (transaction.local) leaveWord(body, transaction, !isReceiving)
    if (!transaction.local || isReceiving) receive(transaction)
  }

  function receive(transaction: Y.Transaction): void {
    const { deleteSet, beforeState } = transaction
    const lines = linesTakenOut(transaction).filter((line) => lettersEver(line).some((letter) => isMine(letter, transaction)))
    if (lines.length > 0) partings = [...partings.slice(-mostPartings), { lines, deleteSet, beforeState }]
    partings = partings.flatMap((parting) => settle(parting))
  }

  /** Returns what is left to wait for. */
  function settle(parting: Parting): Parting[] {
    const told = new Map<Y.XmlText, number>()
    for (const line of parting.lines) {
      const known = knownClock(body, line, doc?.clientID ?? 0)
      if (known !== undefined) told.set(line, known)
    }
    if (told.size === 0) return [parting]
    const isLost = (letter: Letter) => isMine(letter, parting) && letter.id.clock >= (told.get(letter.line) ?? Number.POSITIVE_INFINITY)
    const wasThere = (letter: Letter) => isOlder(letter.id, parting) && (letter.isThere || Y.isDeleted(parting.deleteSet, letter.id))
    const isNew = ({ _item: item }: Y.XmlText) => item !== null && !isOlder(item.id, parting)
    bringBack(body, { wasThere, isLost, isNew })
    const lines = parting.lines.filter((line) => !told.has(line))
    return lines.length > 0 ? [{ ...parting, lines }] : []
  }

  function isMine({ id }: Letter, { deleteSet, beforeState }: Omit<Parting, 'lines'>): boolean {
    return id.client === doc?.clientID && isOlder(id, { beforeState }) && Y.isDeleted(deleteSet, id)
  }

  return Extension.create({
    name: 'lateLetters',
    onBeforeCreate() {
      // Before the binding's, which comes later.
      body.observeDeep(begin)
      doc?.on('afterTransaction', follow)
      doc?.on('afterAllTransactions', end)
    },
    onDestroy() {
      body.unobserveDeep(begin)
      doc?.off('afterTransaction', follow)
      doc?.off('afterAllTransactions', end)
    },
  })
}
