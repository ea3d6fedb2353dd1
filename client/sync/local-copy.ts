import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { canKeepDocuments, deviceStorage } from '../app/platform'
import { dropAllWords } from '../app/typed-words'

/** A document's copy on this device. */
export interface LocalCopy {
  /** Resolves when what was kept is in the document: whether anything was. */
  readonly loaded: Promise<boolean>
  /** What an earlier page left unacknowledged. */
  readonly leftOver: Promise<Uint8Array | undefined>
  keepUnsaved(update: Uint8Array | undefined): void
  close(): void
  /** Also removes it from the device. */
  wipe(): Promise<void>
}

const nameKey = (participantId: string) => `convene.copies.${participantId}`
const loadTimeoutMs = 2_000
/** Under which a copy keeps what was not acknowledged, in the store that the package has for such things. */
export const unsavedKey = 'unsaved'

/** Opens the copy of one document of one participant and epoch; undefined where the browser keeps none. */
export async function openLocalCopy(
  doc: Y.Doc,
  { participantId, room, epoch }: { readonly participantId: string; readonly room: string; readonly epoch: number },
): Promise<LocalCopy | undefined> {
  if (!(await canKeepDocuments())) return undefined
  const name = `convene/${participantId}/${room}/${epoch}`
  rememberCopy(participantId, name)
  const stored = new IndexeddbPersistence(name, doc)
  return {
    loaded: Promise.race([
      stored.whenSynced.then(() => doc.store.clients.size > 0),
      new Promise<boolean>((resolve) => setTimeout(resolve, loadTimeoutMs, false)),
    ]),
    leftOver: stored
      .get(unsavedKey)
      .then((value: unknown) => (value instanceof Uint8Array ? value : undefined))
      .catch(() => undefined),
    keepUnsaved(update) {
      // IndexedDB stores a Uint8Array as it is; the package's types name only some of what it can.
      const written: Promise<unknown> = update ? stored.set(unsavedKey, update as unknown as ArrayBuffer) : stored.del(unsavedKey)
      written.catch(() => undefined) // A full or closing store: the page itself still holds the words.
    },
    close() {
      void stored.destroy()
    },
    wipe: () => stored.clearData().catch(() => undefined),
  }
}

/** Removes every document and every unsent word kept for a participant; done when they leave or are removed. */
export async function wipeCopies(participantId: string): Promise<void> {
  const names = rememberedCopies(participantId)
  deviceStorage.remove(nameKey(participantId))
  dropAllWords(participantId)
  if (await canKeepDocuments()) await Promise.all(names.map((name) => clearDocument(name)))
}

/** Names of the databases kept for a participant, as far as they are still there. */
export function rememberedCopies(participantId: string): string[] {
  return deviceStorage.read(nameKey(participantId))?.split('\n').filter(Boolean) ?? []
}

/** Whether something of a person's work may be on this device that the server does not have: then `kept-back` looks. */
export function mayHoldBack(participantId: string): boolean {
  return /\/(draft|refused)/.test(deviceStorage.read(nameKey(participantId)) ?? '')
}

/** Notes the name of a database, so that leaving removes it. */
export function rememberCopy(participantId: string, name: string): void {
  const names = rememberedCopies(participantId)
  if (!names.includes(name)) deviceStorage.write(nameKey(participantId), [...names, name].join('\n'))
}
