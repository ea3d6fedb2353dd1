import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateFrame } from '../../../server/sync/send'
import type { ParticipantId } from '../../../shared/access/actor'
import { closeReasons } from '../../../shared/sync/close'
import { frameType } from '../../../shared/sync/frames'
import { limits } from '../../../shared/sync/limits'
import { RawLine } from '../../support/raw-line'
import { until } from '../../support/server'
import { faultyText, notes, type SyncServer, startSyncServer } from '../../support/sync-server'

const { suspensionMs, refusalsWindowMs } = limits
const garbage = updateFrame(Uint8Array.of(9, 9, 9))

let server: SyncServer
let mal: ParticipantId
beforeEach(async () => {
  server = await startSyncServer({ refusals: 3 })
  mal = await server.admit('Mal')
})
afterEach(async () => {
  Object.assign(limits, { suspensionMs, refusalsWindowMs })
  await server.close()
})

async function line(who: ParticipantId): Promise<RawLine> {
  const opened = new RawLine(server, 'board', `seat=${who}`)
  await opened.opened()
  opened.greet()
  await until(() => opened.has(0, 1) || opened.closed !== undefined, 'the first sync')
  return opened
}

async function offend(): Promise<number | undefined> {
  const offending = await line(mal)
  offending.send(garbage)
  await until(() => offending.closed !== undefined, 'the refusal')
  return offending.closed
}

/** What a refusal says to the person. */
function reasonTold({ received }: RawLine): string | undefined {
  const message = received.find(([kind]) => kind === frameType.refused)
  if (!message) return undefined
  const decoder = decoding.createDecoder(message.subarray(1))
  decoding.readVarString(decoder)
  return decoding.readVarString(decoder)
}

describe('a device that goes on sending what cannot be taken', () => {
  it('is kept away after the third refusal, on every line and with the reason, and nobody else is', async () => {
    const bystander = await line(await server.admit('Ada'))
    const idle = await line(mal)
    expect([await offend(), await offend()]).toEqual([4400, 4400])
    expect(idle.closed).toBeUndefined()
    expect(await offend()).toBe(4400)
    await until(() => idle.closed !== undefined, 'the other line to be closed')
    expect([idle.closed, reasonTold(idle)]).toEqual([4401, closeReasons.suspended.message])
    const again = await line(mal)
    expect([again.closed, reasonTold(again)]).toEqual([4401, closeReasons.suspended.message])
    expect(bystander.closed).toBeUndefined()
    bystander.end()
  })

  it('is not counted for a fault of ours', async () => {
    for (let n = 0; n < 3; n++) {
      const unlucky = await line(mal)
      const doc = new Y.Doc()
      doc.on('update', (update: Uint8Array) => unlucky.send(updateFrame(update)))
      notes.put(doc, { id: `n${n}`, text: faultyText })
      await until(() => unlucky.closed !== undefined, 'the refusal')
      expect(unlucky.closed).toBe(4400)
    }
    const back = await line(mal)
    expect(back.closed).toBeUndefined()
    back.end()
  })

  it('may come back when its time is over', async () => {
    Object.assign(limits, { suspensionMs: 2_000 })
    for (let n = 0; n < 3; n++) await offend()
    expect((await line(mal)).closed).toBe(4401)
    await new Promise((resolve) => setTimeout(resolve, 2_020))
    const back = await line(mal)
    expect(back.closed).toBeUndefined()
    back.end()
  })

  it('is not counted for what lies longer back than the window', async () => {
    Object.assign(limits, { refusalsWindowMs: 200 })
    await offend()
    await offend()
    await new Promise((resolve) => setTimeout(resolve, 220))
    await offend()
    const back = await line(mal)
    expect(back.closed).toBeUndefined()
    back.end()
  })
})
