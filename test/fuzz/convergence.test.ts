import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParticipantId } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import { boardRoom } from '../../shared/sync/room-name'
import { type Connection, until } from '../support/server'
import { notes, type SyncServer, startSyncServer } from '../support/sync-server'

type Step =
  | { readonly kind: 'add' | 'edit' | 'remove'; readonly who: number; readonly note: number; readonly text: string }
  | { readonly kind: 'cut' | 'return' | 'reload'; readonly who: number }
  | { readonly kind: 'wait' }

const who = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constantFrom('add', 'edit', 'remove'), who, note: fc.nat(6), text: fc.string({ maxLength: 20 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('cut', 'return', 'reload'), who }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'wait' } as const) },
)

let server: SyncServer
let people: readonly ParticipantId[]
beforeAll(async () => {
  // Each run is a new tab, with a client id of its own.
  Object.assign(limits, { clientIdsPerParticipantAndDay: 100_000 })
  server = await startSyncServer()
  people = [await server.admit('Ada'), await server.admit('Bo'), await server.admit('Cy', 'facilitator')]
})
afterAll(() => server.close())

/** One person's tab: its document outlives its connections, and a reload keeps what was not saved yet. */
class Tab {
  connection: Connection
  readonly #who: ParticipantId

  constructor(participantId: ParticipantId) {
    this.#who = participantId
    this.connection = server.connect(participantId, 'board')
  }

  get doc() {
    return this.connection.doc
  }

  reload(): void {
    const { doc } = this.connection
    this.connection.destroy()
    this.connection = server.connect(this.#who, 'board', { doc })
  }
}

async function run(tabs: readonly Tab[], steps: readonly Step[]): Promise<void> {
  for (const each of steps) {
    if (each.kind === 'wait') {
      await new Promise((resolve) => setTimeout(resolve, 8))
      continue
    }
    const tab = tabs[each.who]
    if (!tab) continue
    if (each.kind === 'cut') tab.connection.provider.disconnect()
    else if (each.kind === 'return') tab.connection.provider.connect()
    else if ('note' in each) edit(tab, each)
    else tab.reload()
  }
}

function edit({ doc }: Tab, { kind, note, text }: Extract<Step, { note: number }>): void {
  const id = `n${note}`
  if (kind === 'remove') notes.remove(doc, id)
  else if (!notes.patch(doc, id, { text }) && kind === 'add') notes.put(doc, { id, text })
}

describe('replicas of one document', () => {
  it('are equal after random edits, cuts and reloads, and equal what is on disk', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const tabs = people.map((person) => new Tab(person))
        try {
          await run(tabs, steps)
          for (const { connection } of tabs) connection.provider.connect()
          await Promise.all(tabs.map(({ connection }) => connection.allSaved()))
          const states = () => tabs.map(({ doc }) => JSON.stringify(Object.entries(doc.getMap('notes').toJSON()).sort()))
          await until(() => new Set(states()).size === 1, 'equal replicas')
          const stored = await server.sync.context.readDoc(boardRoom(server.workshopId), (doc) => doc.getMap('notes').toJSON())
          expect(JSON.stringify(Object.entries(stored).sort())).toBe(states()[0])
          expect(tabs.map(({ connection }) => connection.refused)).toEqual([undefined, undefined, undefined])
        } finally {
          for (const { connection } of tabs) connection.destroy()
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 25) },
    )
  })
})
