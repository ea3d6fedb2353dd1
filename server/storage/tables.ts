import type { DecisionsTables } from '../tools/decisions/tables'
import type { DocumentTables } from '../tools/document/tables'
import type { DraftsTables } from '../tools/drafts/tables'
import type { PartnersTables } from '../tools/partners/tables'
import type { VotesTables } from '../tools/votes/tables'
import type { DoorTables } from './door-tables'
import type { VisitTables } from './visit-tables'

/** Every table of the database. A tool adds its own in `server/tools/<tool>/tables.ts` and one line here. */
export interface Database extends KernelTables, DecisionsTables, DocumentTables, DraftsTables, PartnersTables, VotesTables {}

export interface KernelTables extends DoorTables, VisitTables {
  workshops: {
    id: string
    title: string
    /** The title it was opened with, once the group has adopted a name. */
    opened_as: string | null
    created_at_ms: number
    template: string | null
    join_code: string | null
    join_code_used_at_ms: number
    deleted_at_ms: number | null
  }
  participants: {
    id: string
    workshop_id: string
    name: string
    organisation: string | null
    sector: string | null
    level: string | null
    role: string
    colour: number
    joined_at_ms: number
    joined_by: string
    /** How they came in; one of `identityLevels`. */
    identity: string
    removed_at_ms: number | null
    /** The seat that this one became part of; it is removed then. */
    merged_into: string | null
  }
  /** Device tokens: cookie only, stored hashed; one per device and origin. */
  devices: { token_hash: string; created_at_ms: number; used_at_ms: number }
  /** A device's seats: one participant per workshop. */
  seats: { token_hash: string; workshop_id: string; participant_id: string }
  /** Host, return, join and observer links, stored hashed. */
  links: {
    id: string
    workshop_id: string
    key_hash: string
    kind: string
    role: string
    participant_id: string | null
    expires_at_ms: number | null
    uses_left: number | null
    created_at_ms: number
    created_by: string | null
    revoked_at_ms: number | null
  }
  rooms: { name: string; workshop_id: string; epoch: number; head_seq: number }
  updates: { room: string; seq: number; update_bytes: Uint8Array; at_ms: number }
  /** A room's state after its update number `seq`, as one update. */
  snapshots: { room: string; seq: number; epoch: number; state_bytes: Uint8Array; at_ms: number }
  /** Which participant a Yjs client id belongs to, for ever. */
  bindings: { workshop_id: string; client_id: number; participant_id: string; at_ms: number }
  /** Facilitators' scripts of agenda steps. */
  step_scripts: { workshop_id: string; step_id: string; notes: string }
  /** The hash chain: each row holds the hash of the row before it. */
  ledger: { workshop_id: string; seq: number; at_ms: number; kind: string; payload: string; previous_hash: string; hash: string }
  migrations: { name: string; at_ms: number }
}
