import * as Y from 'yjs'
import { newId } from '../../../../shared/doc/ids'
import { syncType } from '../../../../shared/sync/frames'
import { ideas } from '../../../../shared/tools/ideas/collections'
import { syncFrame } from './frames'

const promptId = 'prompt_bench'

/** Makes real edits of the product: the words of its own notes change in turn, one clock tick an edit. */
export class Writer {
  readonly #doc = new Y.Doc()
  readonly #notes: readonly ReturnType<typeof newId<'idea'>>[]
  #update: Uint8Array = new Uint8Array(0)

  constructor(authorId: string, notes: number) {
    this.#notes = Array.from({ length: notes }, () => newId('idea'))
    this.#doc.transact(() => {
      for (const id of this.#notes) ideas.put(this.#doc, noteOf(id, authorId, 'Evening classes with childcare'))
    })
    this.#doc.on('update', (update: Uint8Array) => {
      this.#update = update
    })
  }

  get clientId(): number {
    return this.#doc.clientID
  }

  /** How far its history goes. */
  get clock(): number {
    return Y.getState(this.#doc.store, this.clientId)
  }

  /** Everything it has written, as an update. */
  get whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  /** The next edit as a frame. */
  edit(): Uint8Array {
    const note = this.#notes[this.clock % this.#notes.length] ?? ''
    ideas.patch(this.#doc, note, { text: `Evening classes with childcare, close to the bus, version ${this.clock}` })
    return syncFrame(syncType.update, this.#update)
  }
}

/** A note as the product would make it. */
export function noteOf(id: ReturnType<typeof newId<'idea'>>, authorId: string, text: string) {
  const note = { id, promptId, text, kind: 'idea', authorId, clusterId: null, order: 'a0', createdAtMs: Date.now() }
  return ideas.schema.parse(note)
}
