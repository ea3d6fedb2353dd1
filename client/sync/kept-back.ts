import * as idb from 'lib0/indexeddb'
import { canKeepDocuments } from '../app/platform'
import { rememberCopy, rememberedCopies, unsavedKey } from './local-copy'
import type { Refusal, SettledWords } from './refusal'
import { refusalIn } from './refusal'

const storeName = 'refusals'

/** The page that shows it. */
export interface KeptBackPage {
  readonly owner: string
  state(): { readonly refusals: readonly Refusal[] }
  showRefusals(refusals: readonly Refusal[]): void
  openRoom(zone: 'draft', id: string): { close(): void }
}

/** Takes up what an earlier page of this device could not hand over: refused words, and drafts left with words in them. */
export async function takeUp(page: KeptBackPage): Promise<void> {
  if (!(await canKeepDocuments())) return
  const kept = (await inStore(page.owner, (store) => idb.getAll(store))).flatMap(refusalIn)
  const known = new Set(page.state().refusals.map(({ key }) => key))
  page.showRefusals([...kept.filter(({ key }) => !known.has(key)), ...page.state().refusals])
  for (const name of rememberedCopies(page.owner)) {
    const draftId = draftIn(name)
    // Opened once, a draft sends what it holds, or is told why it may not.
    if (draftId !== undefined && (await hasWordsLeft(name))) page.openRoom('draft', draftId).close()
  }
}

/** The words are where their author has put them; with `settled` the page says where until they have seen it. */
export async function putAway(page: KeptBackPage, key: string, settled?: SettledWords): Promise<void> {
  page.showRefusals(
    page.state().refusals.flatMap((refusal) => (refusal.key !== key ? [refusal] : settled ? [{ ...refusal, settled }] : [])),
  )
  if (await canKeepDocuments()) await inStore(page.owner, (store) => idb.del(store, key))
}

/** Keeps words that the server did not take, so that a reload does not lose them. */
export async function keepRefusal(participantId: string, refusal: Refusal): Promise<void> {
  if (!(await canKeepDocuments())) return
  rememberCopy(participantId, databaseOf(participantId))
  // IndexedDB stores plain objects; the package's types name only some of what it can.
  await inStore(participantId, (store) => idb.put(store, refusal as unknown as string, refusal.key))
}

function databaseOf(participantId: string): string {
  return `convene/${participantId}/refused`
}

/** The draft of a copy's name, `convene/<participant>/<workshop>/draft/<id>/<epoch>`; undefined for the copy of anything else. */
function draftIn(name: string): string | undefined {
  return /\/draft\/([^/]+)\/\d+$/.exec(name)?.[1]
}

function inStore<T>(participantId: string, act: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  return within(databaseOf(participantId), [[storeName]], storeName, act)
}

/** Whether a copy that nobody has open holds what the server never acknowledged. */
function hasWordsLeft(name: string): Promise<boolean> {
  // The stores are those of the package that keeps copies: one that was wiped is made again, empty.
  const stores = [['updates', { autoIncrement: true }], ['custom']]
  return within(name, stores, 'custom', async (store) => (await idb.get(store, unsavedKey)) instanceof Uint8Array)
}

async function within<T>(
  name: string,
  stores: Parameters<typeof idb.createStores>[1],
  storeName: string,
  act: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await idb.openDB(name, (made) => idb.createStores(made, stores))
  try {
    return await act(database.transaction([storeName], 'readwrite').objectStore(storeName))
  } finally {
    database.close()
  }
}
