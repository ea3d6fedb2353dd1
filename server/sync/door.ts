import type { IncomingMessage } from 'node:http'
import type { ParticipantId } from '../../shared/access/actor'

/** What the socket endpoint asks of whoever owns cookies and origins. */
export interface Door {
  /** Whether the request comes from one of our own pages (exact Origin). */
  originAllowed(request: IncomingMessage): boolean
  /** The client's address, for limits; the socket's own when absent. */
  addressOf?(request: IncomingMessage): string
  /** The device, by the token that the request carries; undefined when that is not known or expired. */
  deviceOf(request: IncomingMessage): Promise<string | undefined>
  /** The device's seat in the workshop; undefined when it has none, was removed, or the workshop does not exist. */
  participantOf(request: IncomingMessage, workshopId: string): Promise<ParticipantId | undefined>
}
