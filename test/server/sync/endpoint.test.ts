import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ParticipantId } from '../../../shared/access/actor'
import { newId } from '../../../shared/doc/ids'
import { RawLine } from '../../support/raw-line'
import { until } from '../../support/server'
import { type SyncServer, startSyncServer } from '../../support/sync-server'

const mib = 1024 * 1024

let server: SyncServer
beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(() => server.close())

describe('the door of /sync', () => {
  it('refuses a wrong Origin at the upgrade', async () => {
    const ada = await server.admit('Ada')
    const wrong = server.connect(ada, 'board', { origin: 'http://evil.example' })
    const error = await new Promise<{ message?: string }>((resolve) =>
      wrong.provider.on('connection-error', (event) => resolve(event as never)),
    )
    expect(error.message).toContain('403')
  })

  it('closes 4401 without a session, and 4404 for unknown rooms, foreign workshops and strangers alike', async () => {
    const ada = await server.admit('Ada')
    const closes = async (who: string, room: string, code: number) => {
      const connection = server.connect(who as ParticipantId, room)
      await until(() => connection.closed === code, `${who} ${room} to close with ${code}, not ${connection.closed}`)
    }
    await closes('nobody', 'board', 4401)
    await closes(newId('p'), 'board', 4404)
    await closes(ada, 'nonsense', 4404)
    await closes(ada, `../${newId('ws')}/board`, 4404)
    await closes(ada, `draft/${newId('draft')}`, 4404)
  })

  it('closes 4410 when the client’s epoch is not the document’s', async () => {
    const ada = await server.admit('Ada')
    const old = server.connect(ada, 'board', { params: { epoch: '7' } })
    await until(() => old.closed === 4410, 'the refusal')
    const current = server.connect(ada, 'board', {
      params: { epoch: String(await server.sync.epoch(`${server.workshopId}/board`)), schema: '1' },
    })
    await current.synced()
  })

  it('lets a client with an older schema read, and not write', async () => {
    const ada = await server.admit('Ada')
    const old = server.connect(ada, 'board', { params: { schema: '0' } })
    await old.allSaved()
    old.doc.getMap('notes').set('n1', 1)
    await until(() => old.closed === 4403, 'the refusal')
    expect(old.refused).toMatch(/^room\/outdated: /)
  })

  it('says 1009 to who sends far too much at once, reads no more of it, ends the line and counts it', async () => {
    const ada = await server.admit('Ada')
    const line = new RawLine(server, 'board', `seat=${ada}`)
    await line.opened()
    const { _socket: raw } = line.socket as unknown as { readonly _socket: Socket }
    const head = Buffer.alloc(14)
    head.set([0x82, 0xff]) // binary and masked, its length in eight bytes
    head.writeBigUInt64BE(BigInt(64 * mib), 2)
    raw.write(head)
    let taken = 0
    for (let chunk = 0; chunk < 64; chunk++) raw.write(Buffer.alloc(mib), (error) => (taken += error ? 0 : mib))
    await until(() => line.closed !== undefined, 'the line to end', 5_000)
    expect(line.closed).toBe(1009)
    expect(taken).toBeLessThan(32 * mib)
    expect(server.sync.meter.refusals.get('line/malformed')).toBe(1)
  })

  it('tells every socket 1012 when the server closes', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.synced()
    await server.sync.close()
    await until(() => a.closed === 1012, 'the socket to close')
  })
})
