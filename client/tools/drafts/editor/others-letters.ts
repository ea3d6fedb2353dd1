import { Extension } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { bringBack } from './bring-back'
import { successorsOf } from './letter-copies'
import { isOlder, type Letter, lettersEver, linesEver } from './wording-letters'

/**
 * Keeps what others wrote when undo takes back how this editor broke, joined or changed their lines.
 *
 * To change a line is to put copies in its place, and to take that back is to remove the copies and bring the old letters
 * again; where these cannot come any more, because somebody has removed what they stood in, the copies were all that was
 * left of somebody else's words.
 */
export function othersLetters(body: Y.XmlFragment): Extension {
  const { doc } = body
  /** Letters of others that this editor has put somewhere else: who wrote them, by their clock here. */
  const origins = new Map<number, Y.ID>()

  function originOf(id: Y.ID): Y.ID {
    return (id.client === doc?.clientID && origins.get(id.clock)) || id
  }
  function note(original: Letter, copy: Y.ID): void {
    const origin = originOf(original.id)
    if (origin.client !== doc?.clientID) origins.set(copy.clock, origin)
  }

  function follow(transaction: Y.Transaction): void {
    const { local, origin, deleteSet } = transaction
    const isUndo = origin instanceof Y.UndoManager
    // To type, and to delete, copies nothing.
    if (!local || deleteSet.clients.size === 0 || !(isUndo || (origin === ySyncPluginKey && hasWritten(transaction)))) return
    const letters = linesEver(body).flatMap(lettersEver)
    const wasThere = ({ id, isThere }: Letter) => isOlder(id, transaction) && (isThere || Y.isDeleted(deleteSet, id))
    const before = letters.filter(wasThere)
    const after = successorsOf(before, letters)
    for (const [index, letter] of before.entries()) {
      const copy = after[index]
      if (copy && copy !== letter && copy.id.client === doc?.clientID) note(letter, copy.id)
    }
    if (!isUndo) return
    for (const letter of letters) if (letter.redone && letter.redone.client === doc?.clientID) note(letter, letter.redone)
    if (!origin.undoing) return
    const present = new Set(letters.filter(({ isThere }) => isThere).map(({ id }) => keyOf(originOf(id))))
    const isLost = (letter: Letter) => {
      const writer = originOf(letter.id)
      return wasThere(letter) && !letter.isThere && writer.client !== doc?.clientID && !present.has(keyOf(writer))
    }
    const isNew = ({ _item: item }: Y.XmlText) => item !== null && !isOlder(item.id, transaction)
    bringBack(body, { wasThere, isLost, isNew }, note)
  }

  return Extension.create({
    name: 'othersLetters',
    onBeforeCreate() {
      doc?.on('afterTransaction', follow)
    },
    onDestroy() {
      doc?.off('afterTransaction', follow)
    },
  })
}

function hasWritten({ doc, beforeState, afterState }: Y.Transaction): boolean {
  return (afterState.get(doc.clientID) ?? 0) > (beforeState.get(doc.clientID) ?? 0)
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client}:${clock}`
}
