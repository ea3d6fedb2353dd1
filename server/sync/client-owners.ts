import type { Kysely } from 'kysely'
import { limits } from '../../shared/sync/limits'
import { type Binding, loadBindings, serverOwner } from '../storage/bindings'
import type { Database } from '../storage/tables'

const dayMs = 24 * 60 * 60 * 1000

/** Which participant each Yjs client id of one workshop belongs to, for ever. */
export class ClientOwners {
  readonly #workshopId: string
  readonly #owners: Map<number, string>
  readonly #claims = new Map<string, { sinceMs: number; count: number }>()

  private constructor(workshopId: string, owners: ReadonlyMap<number, string>) {
    this.#workshopId = workshopId
    this.#owners = new Map(owners)
  }

  static async load(db: Kysely<Database>, workshopId: string): Promise<ClientOwners> {
    return new ClientOwners(workshopId, await loadBindings(db, workshopId))
  }

  /** A participant's id, `server`, or undefined while nobody has shown the client id. */
  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId)
  }

  /** The participant whose client id wrote something; undefined for the server. */
  authorOf(clientId: number): string | undefined {
    const owner = this.#owners.get(clientId)
    return owner === serverOwner ? undefined : owner
  }

  /**
   * Gives unowned client ids to a participant; the caller stores the bindings before it forwards anything.
   *
   * @returns undefined when the participant has shown too many client ids today
   */
  claim(clientIds: readonly number[], owner: string): readonly Binding[] | undefined {
    const fresh = clientIds.filter((clientId) => !this.#owners.has(clientId))
    if (fresh.length === 0) return []
    if (owner !== serverOwner && !this.#count(owner, fresh.length)) return undefined
    return fresh.map((clientId) => {
      this.#owners.set(clientId, owner)
      return { workshopId: this.#workshopId, clientId, owner }
    })
  }

  #count(owner: string, more: number): boolean {
    const nowMs = Date.now()
    let day = this.#claims.get(owner)
    if (!day || nowMs - day.sinceMs > dayMs) day = { sinceMs: nowMs, count: 0 }
    if (day.count + more > limits.clientIdsPerParticipantAndDay) return false
    day.count += more
    this.#claims.set(owner, day)
    return true
  }
}
