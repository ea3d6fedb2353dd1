import type { IncomingMessage } from 'node:http'
import type { ParticipantId } from '../../shared/access/actor'

/** What the socket endpoint asks of whoever owns cookies and origins. */
export interface Door {
  /** Whether the request comes from one of our own pages (exact Origin). */
  originAllowed(request: IncomingMessage): boolean
  /** The client's address, for limits; the socket's own when absent. */
  addressOf?(request: IncomingMessage): string
  /** Whether the request carries a device token that is known and not expired. */
  signedIn(request: IncomingMessage): Promise<boolean>
  /** The device's seat in the workshop; undefined when it has none, was removed, or the workshop does not exist. */
  participantOf(request: IncomingMessage, workshopId: string): Promise<ParticipantId | undefined>
}
