import type { Role } from '../../shared/access/actor'
import type { IdentityLevel } from '../../shared/access/identity'
import { newId } from '../../shared/doc/ids'
import { Participant } from '../../shared/workshop/schema'
import type { PersonRow } from './ledger'

/** Who somebody says they are. */
export interface Introduction {
  readonly name: string
  readonly organisation?: string | undefined
  readonly sector?: string | undefined
  readonly level?: string | undefined
}

const colours = 8

/** A new participant's row; the n-th person of a workshop gets the n-th colour, round and round. */
export function newPerson(
  workshopId: string,
  introduction: Introduction,
  role: Role,
  joinedBy: string,
  identity: IdentityLevel,
  before: number,
  nowMs: number,
): PersonRow {
  return {
    id: newId('p'),
    workshop_id: workshopId,
    name: introduction.name,
    organisation: introduction.organisation ?? null,
    sector: introduction.sector ?? null,
    level: introduction.level ?? null,
    role,
    colour: (before % colours) + 1,
    joined_at_ms: nowMs,
    joined_by: joinedBy,
    identity,
    removed_at_ms: null,
    merged_into: null,
  }
}

/** How everybody sees a participant. */
export function publicPerson(row: PersonRow): Participant {
  return Participant.parse({
    id: row.id,
    name: row.name,
    role: row.role,
    colour: row.colour,
    joinedAtMs: row.joined_at_ms,
    identity: row.identity,
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    ...(row.sector === null ? {} : { sector: row.sector }),
    ...(row.level === null ? {} : { level: row.level }),
    ...(row.removed_at_ms === null ? {} : { removed: true }),
    ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
  })
}
