import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId } from '../../doc/ids'
import { lastOrder, ordersAfter } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { partners } from './collections'
import { patchPartner } from './entries'
import type { Lists } from './entry-keys'
import { keepMoves, unknownMoves } from './moving'
import type { MoveFields, PartnerFields, PartnerId } from './schema'

/**
 * Puts a partner at the end of the roster.
 *
 * @param today the calendar day, kept as the day on which its row was added; absent where nobody knows it
 */
export function addPartner(board: Y.Doc, actor: Actor, fields: PartnerFields, today?: string): PartnerId {
  const [id] = addPartners(board, actor, [fields], today, 'partners/add')
  return id as PartnerId // one in, one out
}

/**
 * Changes what is said about a partner; a field set to undefined is taken away. False when the record is gone.
 *
 * @param seen its lists as the person read them, so that entries of others made meanwhile stay
 */
export function editPartner(board: Y.Doc, actor: Actor, id: PartnerId, changes: Partial<PartnerFields>, seen?: Lists): boolean {
  return board.transact(() => patchPartner(board, id, changes, seen), commandOrigin('partners/edit', actor))
}

/** Takes a partner off the roster; it can be put back, and what it holds in role charts waits for it. */
export function removePartner(board: Y.Doc, actor: Actor, id: PartnerId, nowMs: number): boolean {
  return board.transact(() => partners.patch(board, id, { removedAtMs: nowMs }), commandOrigin('partners/remove', actor))
}

/** Puts a removed partner back. */
export function restorePartner(board: Y.Doc, actor: Actor, id: PartnerId): boolean {
  return board.transact(() => partners.patch(board, id, { removedAtMs: undefined }), commandOrigin('partners/restore', actor))
}

/** One line of an import that was read and confirmed. */
export interface PartnerImport {
  /** The partner that the line is about; absent for a new one. */
  readonly id?: PartnerId
  /** For a partner that exists: only what the line says. */
  readonly fields: PartnerFields
  /** Its moves between rings, oldest first. */
  readonly moves?: readonly MoveFields[]
}

/**
 * Adds new partners and completes known ones, all in one step. An empty cell takes nothing away, and a known partner
 * that the file has in another ring moved there today unless the file says when.
 *
 * @param today the calendar day, `2026-11-23`
 */
export function importPartners(board: Y.Doc, actor: Actor, lines: readonly PartnerImport[], today: string): void {
  const fresh = lines.filter(({ id }) => !id)
  board.transact(
    () => {
      for (const { id, fields, moves } of lines) {
        if (!id) continue
        const from = partners.get(board, id)?.team
        const isMoved = fields.team !== undefined && fields.team !== from
        patchPartner(board, id, withoutEmpty(fields))
        const told = moves ? unknownMoves(board, id, moves) : isMoved ? [{ from, to: fields.team, on: today, reason: 'Imported' }] : []
        keepMoves(board, actor, id, told)
      }
      const ids = addPartners(
        board,
        actor,
        fresh.map(({ fields }) => fields),
        today,
        'partners/import',
      )
      for (const [index, id] of ids.entries()) keepMoves(board, actor, id, fresh[index]?.moves ?? [])
    },
    commandOrigin('partners/import', actor),
  )
}

function addPartners(board: Y.Doc, actor: Actor, all: readonly PartnerFields[], addedOn: string | undefined, command: string): PartnerId[] {
  const orders = ordersAfter(lastOrder(partners.live(board).all()), all.length)
  return board.transact(
    () =>
      all.map(({ people, populations, skills, ...fields }, index) => {
        const id = newId('partner')
        partners.put(board, { ...fields, id, ...(addedOn ? { addedOn } : {}), order: orders[index] ?? 'a0', authorId: actor.id })
        patchPartner(board, id, { people, populations, skills })
        return id
      }),
    commandOrigin(command, actor),
  )
}

function withoutEmpty(fields: PartnerFields): Partial<PartnerFields> {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(said) as Partial<PartnerFields> // a subset of the same entries
}
