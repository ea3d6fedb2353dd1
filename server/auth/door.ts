import type { IncomingMessage } from 'node:http'
import type { Kysely } from 'kysely'
import type { ParticipantId } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import type { Database } from '../storage/tables'
import type { Door } from '../sync/door'
import { readDeviceToken } from './cookie'
import type { OwnOrigin } from './own-origin'
import { actorOfDevice } from './seats'
import { hashSecret } from './secrets'

/** What the socket endpoint asks about a request: its Origin, its device, its seat. */
export function createDoor(db: Kysely<Database>, own: () => OwnOrigin, secure: boolean, now: () => number): Door {
  const tokenOf = (request: IncomingMessage) => readDeviceToken(request.headers.cookie, secure)
  return {
    originAllowed: (request) => own().isOwn(request.headers.origin),
    async signedIn(request) {
      const token = tokenOf(request)
      if (token === undefined) return false
      const oldest = now() - limits.deviceTokenDays * 24 * 60 * 60 * 1000
      const row = await db
        .selectFrom('devices')
        .where('token_hash', '=', hashSecret(token))
        .where('used_at_ms', '>', oldest)
        .select('used_at_ms')
        .executeTakeFirst()
      return row !== undefined
    },
    async participantOf(request, workshopId): Promise<ParticipantId | undefined> {
      const token = tokenOf(request)
      return token === undefined ? undefined : (await actorOfDevice(db, token, workshopId, now()))?.id
    },
  }
}
