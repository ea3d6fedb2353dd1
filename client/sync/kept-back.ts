import * as idb from 'lib0/indexeddb'
import { canKeepDocuments } from '../app/platform'
import { leftOverIn, rememberCopy, rememberedCopies } from './local-copy'
import type { Refusal } from './refusal'
import { refusalIn } from './refusal'

const storeName = 'refusals'

/** What a person's device still holds of their work in one workshop. */
export interface KeptBack {
  readonly refusals: readonly Refusal[]
  /** Names of drafts with words in them that never reached the server. */
  readonly rooms: readonly string[]
}

/** Reads it; nothing where the browser keeps nothing. */
export async function readKeptBack(participantId: string, workshopId: string): Promise<KeptBack> {
  if (!(await canKeepDocuments())) return { refusals: [], rooms: [] }
  const refusals = await inStore(participantId, (store) => idb.getAll(store))
  const drafts = rememberedCopies(participantId).flatMap((name) => {
    const room = draftIn(name, participantId)
    return room?.startsWith(`${workshopId}/`) ? [{ name, room }] : []
  })
  const left = await Promise.all(drafts.map(async ({ name, room }) => ((await leftOverIn(name)) ? [room] : [])))
  return { refusals: refusals.flatMap(refusalIn), rooms: left.flat() }
}

/** Keeps words that the server did not take, so that a reload does not lose them. */
export async function keepRefusal(participantId: string, refusal: Refusal): Promise<void> {
  if (!(await canKeepDocuments())) return
  rememberCopy(participantId, databaseOf(participantId))
  // IndexedDB stores plain objects; the package's types name only some of what it can.
  await inStore(participantId, (store) => idb.put(store, refusal as unknown as string, refusal.key))
}

/** Lets them go: they are somewhere else, or their author has put them away. */
export async function dropRefusal(participantId: string, key: string): Promise<void> {
  if (await canKeepDocuments()) await inStore(participantId, (store) => idb.del(store, key))
}

function databaseOf(participantId: string): string {
  return `convene/${participantId}/refused`
}

/** `<workshop>/draft/<id>` of the name of a copy; undefined for the copy of anything else. */
function draftIn(name: string, participantId: string): string | undefined {
  const room = name.slice(`convene/${participantId}/`.length)
  return /^(ws_[^/]+\/draft\/[^/]+)\/\d+$/.exec(room)?.[1]
}

async function inStore<T>(participantId: string, act: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await idb.openDB(databaseOf(participantId), (made) => idb.createStores(made, [[storeName]]))
  try {
    return await act(database.transaction([storeName], 'readwrite').objectStore(storeName))
  } finally {
    database.close()
  }
}
