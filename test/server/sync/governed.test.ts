import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenLedgerRow } from '../../../server/storage/hash-chain'
import type { UpdateLog } from '../../../server/storage/update-log'
import type { Fact, ServerTool } from '../../../server/tools/server-tool'
import { recordRoom } from '../../../shared/sync/room-name'
import { participants } from '../../../shared/workshop/collections'
import { until } from '../../support/server'
import { notes, type SyncServer, startSyncServer, wordings } from '../../support/sync-server'

const disk = { fails: false, held: undefined as Promise<void> | undefined }
const wrapLog = (log: UpdateLog): UpdateLog => ({
  ...log,
  async append(tx, entries) {
    await disk.held
    if (disk.fails) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    await log.append(tx, entries)
  },
})
const fact = { kind: 'round/recorded', roundId: 'round_1' } as Fact
const listener: ServerTool = {
  routes() {},
  hear: async (_tx, workshopId, heard) => [
    { room: recordRoom(workshopId), write: (doc) => wordings.put(doc, { id: `heard_${heard.kind.replace('/', '-')}`, state: 'open' }) },
  ],
}

let server: SyncServer
let record: string
beforeEach(async () => {
  disk.fails = false
  disk.held = undefined
  server = await startSyncServer({ wrapLog, tools: [listener] })
  record = recordRoom(server.workshopId)
})
afterEach(() => server.close())

const put = (id: string) => ({
  room: record,
  write: (doc: Parameters<typeof wordings.put>[0]) => wordings.put(doc, { id, state: 'open' as const }),
})
const ids = () =>
  server.sync.context.readDoc(record, (doc) =>
    wordings
      .all(doc)
      .map((wording) => wording.id)
      .sort(),
  )
const rows = async (table: 'updates' | 'ledger') => (await server.store.reading.selectFrom(table).select('seq').execute()).length

describe('a governed act', () => {
  it('stores rows, documents, ledger and what other tools hear of it together, and shows them after the commit', async () => {
    const ada = await server.admit('Ada')
    const r = server.connect(ada, 'record')
    await r.synced()
    const result = await server.sync.context.governed(server.workshopId, async (tx) => {
      await tx
        .insertInto('step_scripts')
        .values({ workshop_id: await workshopRow(tx), step_id: 's', notes: 'n' })
        .execute()
      return { result: 7, writes: [put('w1'), put('w2')], facts: [fact], ledger: [{ kind: 'test/done', payload: { by: ada } }] }
    })
    expect(result).toBe(7)
    await until(() => wordings.all(r.doc).length === 3, 'the record')
    expect(await ids()).toEqual(['heard_round-recorded', 'w1', 'w2'])
    expect(await rows('ledger')).toBe(1)
    expect(await brokenLedgerRow(server.store.reading, server.workshopId)).toBeUndefined()
  })

  it('leaves no trace anywhere when it throws, even after it has written', async () => {
    const ada = await server.admit('Ada')
    const r = server.connect(ada, 'record')
    await r.synced()
    const [updates, ledger] = [await rows('updates'), await rows('ledger')]
    const act = server.sync.context.governed(server.workshopId, async (tx) => {
      await workshopRow(tx)
      const writes = [
        put('w1'),
        {
          room: record,
          write() {
            throw new Error('no')
          },
        },
      ]
      return { result: undefined, writes, ledger: [{ kind: 'test/done', payload: {} }] }
    })
    await expect(act).rejects.toThrow('no')
    expect([await rows('updates'), await rows('ledger')]).toEqual([updates, ledger])
    expect(await server.store.reading.selectFrom('workshops').selectAll().execute()).toEqual([])
    await server.sync.context.governed(server.workshopId, async () => ({ result: undefined, writes: [put('w2')] }))
    await until(() => wordings.all(r.doc).length > 0, 'the next act')
    expect(wordings.all(r.doc).map(({ id }) => id)).toEqual(['w2'])
    expect(await ids()).toEqual(['w2'])
  })

  it('answers 503 and changes nothing while the disk is full, and works again afterwards', async () => {
    disk.fails = true
    const act = () => server.sync.context.governed(server.workshopId, async () => ({ result: 1, writes: [put('w1')] }))
    await expect(act()).rejects.toMatchObject({ code: 'store/unavailable', kind: { status: 503 } })
    expect(await ids()).toEqual([])
    disk.fails = false
    expect(await act()).toBe(1)
    expect(await ids()).toEqual(['w1'])
  })

  it('takes in what people had written before it, and keeps their later words out of it', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.allSaved()
    const board = `${server.workshopId}/board`
    let seen: string[] = []
    let go = () => {}
    const acting = server.sync.context.governed(server.workshopId, async () => {
      await new Promise<void>((resolve) => {
        go = resolve
      })
      seen = await server.sync.context.readDoc(board, (doc) => notes.all(doc).map(({ text }) => text))
      return { result: undefined, writes: [{ room: board, write: (doc) => notes.put(doc, { id: 'n2', text: 'of the server' }) }] }
    })
    notes.put(a.doc, { id: 'n1', text: 'during the act' })
    await until(() => a.sent === 2, 'the frame to go out')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(a.saved).toBe(1)
    go()
    await acting
    expect(seen).toEqual([])
    await a.allSaved()
    await until(() => notes.all(a.doc).length === 2, 'the server’s note')
  })

  it('may not start another act inside', async () => {
    const act = server.sync.context.governed(server.workshopId, () =>
      server.sync.context.governed(server.workshopId, async () => ({ result: { result: 1 } })),
    )
    await expect(act).rejects.toThrow('may not start another')
  })

  it('runs many at once in order, and each sees the one before', async () => {
    const counted = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        server.sync.context.governed(server.workshopId, async () => ({
          result: await server.sync.context.readDoc(record, (doc) => wordings.all(doc).length),
          writes: [put(`w${i}`)],
        })),
      ),
    )
    expect(counted).toEqual(Array.from({ length: 20 }, (_, i) => i))
  })

  it('does not make the state vector grow with each act', async () => {
    for (let i = 0; i < 10; i++) await server.change(await server.admit(`P${i}`), { role: 'voter' })
    const clients = await server.sync.context.readDoc(record, (doc) => doc.store.clients.size)
    expect(clients).toBe(1)
    expect(await server.sync.context.readDoc(record, (doc) => participants.all(doc).length)).toBe(10)
  })
})

async function workshopRow(tx: Parameters<Parameters<typeof server.sync.context.governed>[1]>[0]): Promise<string> {
  await tx
    .insertInto('workshops')
    .values({
      id: server.workshopId,
      title: 't',
      created_at_ms: 0,
      template: null,
      join_code: null,
      join_code_used_at_ms: 0,
      deleted_at_ms: null,
    })
    .execute()
  return server.workshopId
}
