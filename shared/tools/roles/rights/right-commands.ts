import type * as Y from 'yjs'
import type { Actor } from '../../../access/actor'
import { newId } from '../../../doc/ids'
import { lastOrder, ordersAfter } from '../../../doc/order'
import { commandOrigin } from '../../../doc/origin'
import { decisionRights } from '../collections'
import type { DecisionRight, RightId, RightLevel, Share } from './right-schema'
import { usualRights } from './rights'

/** Puts kinds of decision at the end of the list. */
export function addRights(board: Y.Doc, actor: Actor, all: readonly Pick<DecisionRight, 'decision' | 'shares'>[]): readonly RightId[] {
  const orders = ordersAfter(lastOrder(decisionRights.live(board).all()), all.length)
  return board.transact(
    () =>
      all.map(({ decision, shares }, index) => {
        const id = newId('right')
        decisionRights.put(board, { id, decision, shares, order: orders[index] ?? 'a0' })
        return id
      }),
    commandOrigin('roles/add-rights', actor),
  )
}

/** Adds the usual kinds of decision that are not on the list yet. */
export function addUsualRights(board: Y.Doc, actor: Actor): readonly RightId[] {
  const there = new Set(
    decisionRights
      .live(board)
      .all()
      .flatMap(({ decision, removedAtMs }) => (removedAtMs === undefined ? [decision] : [])),
  )
  return addRights(
    board,
    actor,
    usualRights.filter(({ decision }) => !there.has(decision)),
  )
}

/** Words a kind of decision anew, or says who decides or is asked; false when it is gone. */
export function editRight(
  board: Y.Doc,
  actor: Actor,
  id: RightId,
  changes: Partial<Pick<DecisionRight, 'decision' | 'decider' | 'consulted'>>,
): boolean {
  return board.transact(() => decisionRights.patch(board, id, changes), commandOrigin('roles/edit-right', actor))
}

/** Says what one level has to do with a decision; undefined takes it away. False when the row is gone. */
export function setShare(board: Y.Doc, actor: Actor, id: RightId, level: RightLevel, share: Share | undefined): boolean {
  return board.transact(
    () =>
      share === undefined
        ? decisionRights.removeEntry(board, id, 'shares', level)
        : decisionRights.putEntry(board, id, 'shares', level, share),
    commandOrigin('roles/set-share', actor),
  )
}

/** Takes a kind of decision out; it can be put back as it was. */
export function removeRight(board: Y.Doc, actor: Actor, id: RightId, nowMs: number): boolean {
  return board.transact(() => decisionRights.patch(board, id, { removedAtMs: nowMs }), commandOrigin('roles/remove-right', actor))
}

export function restoreRight(board: Y.Doc, actor: Actor, id: RightId): boolean {
  return board.transact(() => decisionRights.patch(board, id, { removedAtMs: undefined }), commandOrigin('roles/restore-right', actor))
}
