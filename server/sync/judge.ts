import type { CloseName } from '../../shared/sync/close'
import { limits } from '../../shared/sync/limits'
import type { RoomRef } from '../../shared/sync/room-name'
import type { ClientOwners } from './client-owners'
import { type Admission, inspect, type Refusal } from './gate'
import type { LiveDocument } from './live-document'
import { isEmpty, type Proposal, propose } from './proposal'
import type { Person, RoomRules } from './rules'
import type { Session } from './session'

/** What to do with a client's updates, before the document is touched. */
export type Judgement =
  | { readonly kind: 'admit'; readonly proposal: Proposal; readonly admission: Admission; readonly person: Person }
  /** It changes nothing. */
  | { readonly kind: 'empty' }
  /** Something before it is missing. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  | { readonly kind: 'close'; readonly reason: CloseName }

export interface Circumstances {
  readonly ref: RoomRef
  readonly document: LiveDocument
  readonly rules: RoomRules
  readonly owners: ClientOwners
  readonly maxStructs: number
  /** Applied and not on disk yet, in the whole process. */
  readonly unsavedBytesInProcess: number
}

const maxUnsavedBytesInProcess = 64 * 1024 * 1024

/** Asks, anew each time: is this somebody, may they write here, and are their updates, as one, sound? */
export function judge(session: Session, updates: readonly Uint8Array[], circumstances: Circumstances): Judgement {
  const { ref, document, rules, owners } = circumstances
  const { doc } = document
  const person = rules.person(ref.workshopId, session.participantId)
  const access = person && rules.access(ref, person.actor)
  if (!person || !access || access.right === 'none') return { kind: 'close', reason: 'notFound' }
  const proposal = propose(doc, updates, circumstances.maxStructs)
  if (proposal === 'tooMany') return refuse('tooLarge', 'room/too-large')
  if (!proposal) return refuse('malformed', 'room/malformed')
  if (proposal.isContradiction)
    return refuse('malformed', 'room/client-in-use', 'This page was open twice as one. Reload it to go on writing.')
  if (isEmpty(proposal)) return { kind: 'empty' }
  if (session.isOutdated) return refuse('forbidden', 'room/outdated', 'Convene was updated. Reload the page to edit.')
  if (access.right === 'read') return refuse(access.refusal, access.refusal === 'locked' ? 'room/locked' : 'room/read-only')
  const bytes = updates.reduce((sum, update) => sum + update.byteLength, 0)
  if (!mayWait(bytes, circumstances)) return { kind: 'close', reason: 'later' }
  if (!document.hasSpaceFor(bytes)) return refuse('tooLarge', 'room/document-full')
  const verdict = inspect(doc, proposal, {
    roots: rules.roots(ref),
    isLocked: (root) => rules.isLocked(ref, root),
    ownerOf: (clientId) => owners.ownerOf(clientId),
    participantId: session.participantId,
    maxStructs: circumstances.maxStructs,
  })
  if ('refused' in verdict) return { kind: 'refuse', refusal: verdict.refused }
  if ('gap' in verdict) return { kind: 'gap' }
  return { kind: 'admit', proposal, admission: verdict.admitted, person }
}

/** While the store is away, a limited amount of unsaved work is kept in memory. */
function mayWait(bytes: number, { document, unsavedBytesInProcess }: Circumstances): boolean {
  return document.unsavedBytes + bytes <= limits.documentBytes && unsavedBytesInProcess <= maxUnsavedBytesInProcess
}

function refuse(reason: CloseName, code: string, detail?: string): Judgement {
  return { kind: 'refuse', refusal: detail === undefined ? { reason, code } : { reason, code, detail } }
}
