import type { ParticipantId } from '../../shared/access/actor'

/** Told who comes and goes, one call for each live line. Must not throw. */
export interface Visitors {
  came(workshopId: string, participantId: ParticipantId): void
  went(workshopId: string, participantId: ParticipantId): void
}
