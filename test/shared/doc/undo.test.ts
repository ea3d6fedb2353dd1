import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { defineCollection } from '../../../shared/doc/collection'
import { commandOrigin } from '../../../shared/doc/origin'
import { PersonUndo } from '../../../shared/doc/undo'

const Thing = z.object({ id: z.string(), text: z.string(), place: z.string(), gone: z.number().optional() })
const things = defineCollection('things', Thing)
const me = commandOrigin('things/change', { id: 'p_me' })

function scene() {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  const undo = new PersonUndo(['things'])
  const stop = undo.track(doc)
  const exchange = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), 'remote')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'remote')
  }
  const act = (run: () => unknown) => doc.transact(run, me)
  const otherActs = (run: () => unknown) => {
    other.transact(run)
    exchange()
  }
  const add = (id: string, text = id) => act(() => things.put(doc, { id, text, place: 'a' }))
  return { doc, other, undo, stop, exchange, act, otherActs, add }
}
const texts = (doc: Y.Doc) => things.all(doc).map((thing) => thing.text)

describe('undo of one person', () => {
  it('takes back the last of the own changes, one at a time, and does them again', () => {
    const { doc, undo, act, add } = scene()
    add('one')
    add('two')
    act(() => things.patch(doc, 'one', { text: 'uno' }))
    expect(undo.undo()).toBe(true)
    expect(texts(doc)).toEqual(['one', 'two'])
    expect(undo.undo()).toBe(true)
    expect(texts(doc)).toEqual(['one'])
    expect(undo.redo()).toBe(true)
    expect(undo.redo()).toBe(true)
    expect(texts(doc).sort()).toEqual(['two', 'uno'])
    expect(undo.canRedo).toBe(false)
  })

  it('leaves alone what others did in between', () => {
    const { doc, other, undo, exchange, otherActs, add } = scene()
    add('mine')
    exchange()
    otherActs(() => things.put(other, { id: 'theirs', text: 'theirs', place: 'a' }))
    expect(undo.undo()).toBe(true)
    expect(texts(doc)).toEqual(['theirs'])
  })

  it('keeps a record whole once somebody else has written into it', () => {
    const { doc, other, undo, exchange, otherActs, add } = scene()
    add('first')
    add('mine')
    exchange()
    otherActs(() => things.patch(other, 'mine', { place: 'b' }))
    expect(undo.undo()).toBe(false)
    expect(things.get(doc, 'mine')).toEqual({ id: 'mine', text: 'mine', place: 'b' })
    expect(texts(doc)).toContain('first')
    expect(undo.undo()).toBe(true)
    expect(texts(doc)).toEqual(['mine'])
  })

  it('takes back a later own field of such a record', () => {
    const { doc, other, undo, exchange, otherActs, act, add } = scene()
    add('mine')
    exchange()
    otherActs(() => things.patch(other, 'mine', { place: 'b' }))
    act(() => things.patch(doc, 'mine', { gone: 5 }))
    expect(undo.undo()).toBe(true)
    expect(things.get(doc, 'mine')).toEqual({ id: 'mine', text: 'mine', place: 'b' })
  })

  it('does not put back a field that somebody has changed since', () => {
    const { doc, other, undo, exchange, otherActs, act, add } = scene()
    add('mine')
    act(() => things.patch(doc, 'mine', { place: 'b' }))
    exchange()
    otherActs(() => things.patch(other, 'mine', { place: 'c' }))
    undo.undo()
    expect(things.get(doc, 'mine')?.place).toBe('c')
  })

  it('makes a group one step', async () => {
    const { doc, undo, add } = scene()
    add('before')
    await undo.group(doc, async () => {
      for (const id of ['a', 'b', 'c']) {
        add(id)
        await Promise.resolve()
      }
    })
    add('after')
    undo.undo()
    expect(texts(doc)).toHaveLength(4)
    undo.undo()
    expect(texts(doc)).toEqual(['before'])
  })

  it('follows two documents in the order of the changes', () => {
    const { doc, undo, add } = scene()
    const second = new Y.Doc()
    undo.track(second)
    add('one')
    second.transact(() => things.put(second, { id: 'two', text: 'two', place: 'a' }), me)
    undo.undo()
    expect([texts(doc), texts(second)]).toEqual([['one'], []])
    undo.undo()
    expect(texts(doc)).toEqual([])
  })

  it('never goes behind the state that was loaded, nor further after it stopped', () => {
    const { doc, undo, stop, add } = scene()
    things.put(doc, { id: 'loaded', text: 'loaded', place: 'a' })
    expect(undo.canUndo).toBe(false)
    add('mine')
    stop()
    expect(undo.undo()).toBe(false)
    expect(texts(doc)).toEqual(['loaded', 'mine'])
  })
})
