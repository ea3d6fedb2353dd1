import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { syncType } from '../shared/sync/frames'
import { FrameCache } from './bench/sync/load/frame-cache'
import { readFrame, spansIn, syncFrame } from './bench/sync/load/frames'
import { Writer } from './bench/sync/load/writer'

describe('counting deliveries', () => {
  it('sees one tick for each edit', () => {
    const writer = new Writer('p_ada', 3)
    const from = writer.clock
    expect(spansIn(readUpdate(writer.edit()))).toEqual([{ client: writer.clientId, from, to: from + 1 }])
    expect(writer.clock).toBe(from + 1)
  })

  it('sees every edit of every writer in an update that a server merged', () => {
    const ada = new Writer('p_ada', 1)
    const bo = new Writer('p_bo', 2)
    const from = { ada: ada.clock, bo: bo.clock }
    const edits = [ada.edit(), bo.edit(), ada.edit(), bo.edit(), ada.edit()].map((frame) => readUpdate(frame).update)
    const merged = readUpdate(syncFrame(syncType.update, Y.mergeUpdates(edits)))
    expect(new Set(spansIn(merged))).toEqual(
      new Set([
        { client: ada.clientId, from: from.ada, to: from.ada + 3 },
        { client: bo.clientId, from: from.bo, to: from.bo + 2 },
      ]),
    )
  })

  it('does not count what an update leaves out', () => {
    const writer = new Writer('p_ada', 1)
    const from = writer.clock
    const [first, , third] = [writer.edit(), writer.edit(), writer.edit()].map((frame) => readUpdate(frame).update)
    if (!first || !third) throw new Error('no edits')
    const merged = readUpdate(syncFrame(syncType.update, Y.mergeUpdates([first, third])))
    expect(spansIn(merged).map((span) => [span.from, span.to])).toEqual([
      [from, from + 1],
      [from + 2, from + 3],
    ])
  })

  it('reads the same bytes once, and bytes that differ anew', () => {
    let reads = 0
    const cache = new FrameCache((message: Uint8Array) => ({ first: message[0], number: ++reads }))
    const message = Buffer.from([1, 2, 3, 4])
    expect(cache.get(message)).toBe(cache.get(Buffer.from(message)))
    message[0] = 9
    expect(cache.get(message)).toEqual({ first: 9, number: 2 })
  })
})

function readUpdate(frame: Uint8Array) {
  const read = readFrame(frame)
  if (read.kind !== 'update') throw new Error('not an update')
  return read
}
