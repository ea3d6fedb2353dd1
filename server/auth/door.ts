import type { IncomingMessage } from 'node:http'
import type { Kysely } from 'kysely'
import type { ParticipantId } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import type { Database } from '../storage/tables'
import type { Door } from '../sync/door'
import { clientAddress } from './client-address'
import { readDeviceToken } from './cookie'
import type { OwnOrigin } from './own-origin'
import { actorOfDevice } from './seats'
import { hashSecret } from './secrets'

/** What decides who comes in by a socket. */
export interface DoorSettings {
  readonly db: Kysely<Database>
  readonly own: OwnOrigin
  readonly secure: boolean
  readonly proxyHops: number
  readonly now: () => number
}

/** What the socket endpoint asks about a request: its Origin, its address, its device, its seat. */
export function createDoor({ db, own, secure, proxyHops, now }: DoorSettings): Door {
  const tokenOf = (request: IncomingMessage) => readDeviceToken(request.headers.cookie, secure)
  return {
    originAllowed: (request) => own.isOwn(request.headers.origin),
    addressOf: (request) => clientAddress(request.socket.remoteAddress, String(request.headers['x-forwarded-for'] ?? ''), proxyHops),
    async deviceOf(request) {
      const token = tokenOf(request)
      if (token === undefined) return undefined
      const oldest = now() - limits.deviceTokenDays * 24 * 60 * 60 * 1000
      const row = await db
        .selectFrom('devices')
        .where('token_hash', '=', hashSecret(token))
        .where('used_at_ms', '>', oldest)
        .select('token_hash')
        .executeTakeFirst()
      return row?.token_hash
    },
    async participantOf(request, workshopId): Promise<ParticipantId | undefined> {
      const token = tokenOf(request)
      return token === undefined ? undefined : (await actorOfDevice(db, token, workshopId, now()))?.id
    },
  }
}
