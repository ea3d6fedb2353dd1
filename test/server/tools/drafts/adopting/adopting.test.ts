import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blocksText, textHash } from '../../../../../shared/doc/canonical-text'
import { decisions } from '../../../../../shared/tools/decisions/collections'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { keptBlocks } from '../../../../../shared/tools/drafts/selectors'
import { type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../../../../support/server'

let dataDir: string
let server: TestServer
let workshop: OpenedWorkshop
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'convene-adopting-'))
  server = await startTestServer({ dataDir })
  workshop = await server.openWorkshop()
})
afterEach(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

const path = (rest: string) => `/api/workshops/${workshop.workshopId}${rest}`
const override = { reason: 'Agreed aloud.' }

async function begun(kind = 'vision'): Promise<string> {
  return (await workshop.host.post(path('/drafts'), { kind, title: 'Vision' })).body.draftId
}

/** Adds a line to a wording's document; whether the server took it. */
async function typed(draftId: string, words: string, device: Device = workshop.host): Promise<boolean> {
  const room = device.connect(`${workshop.workshopId}/draft/${draftId}`)
  await room.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  room.doc.getXmlFragment('body').push([paragraph])
  const isTaken = await Promise.race([room.allSaved().then(() => true), gone(room).then(() => false)])
  room.destroy()
  return isTaken
}

async function gone(room: { readonly refused: string | undefined; readonly closed: number | undefined }): Promise<void> {
  while (room.refused === undefined && room.closed === undefined) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function hashOf(draftId: string): Promise<string> {
  return (await workshop.host.get(path(`/drafts/${draftId}`))).body.textHash
}

async function readRecord<T>(read: (doc: Y.Doc) => T): Promise<T> {
  return server.app.context.readDoc(`${workshop.workshopId}/record`, read)
}

async function restart(): Promise<void> {
  await server.close()
  server = await startTestServer({ dataDir })
  const host = server.device()
  const key = new URL(workshop.links.host).hash.slice('#k='.length)
  expect((await host.post(path('/session'), { key })).status).toBe(200)
  workshop = { ...workshop, host }
}

describe('adopting', { timeout: 90_000 }, () => {
  it('[DRAFTS-88] by two facilitators at once adopts once, and both are told the same', async () => {
    const fay = await workshop.join('Fay')
    await workshop.host.patch(path(`/participants/${fay.participantId}`), { role: 'facilitator' })
    const draftId = await begun()
    await typed(draftId, 'One door.')
    const body = { textHash: await hashOf(draftId), override }
    const [first, second] = await Promise.all([workshop.host, fay].map((device) => device.post(path(`/drafts/${draftId}/adopt`), body)))
    expect([first?.status, second?.status]).toEqual([200, 200])
    expect(first?.body).toEqual(second?.body)
    const log = await readRecord((doc) => decisions.all(doc))
    expect(log).toMatchObject([{ kind: 'adoption', overrideReason: override.reason, textHash: body.textHash }])
  })

  it('[DRAFTS-88] while somebody types either has the letters in its text or refuses them; what is adopted is what was read', async () => {
    const ben = await workshop.join('Ben')
    const draftId = await begun()
    await typed(draftId, 'One door.')
    const read = await hashOf(draftId)
    const [wasTaken, adopting] = await Promise.all([
      typed(draftId, 'And a window.', ben),
      workshop.host.post(path(`/drafts/${draftId}/adopt`), { textHash: read, override }),
    ])
    if (adopting.status === 200) expect(await hashOf(draftId)).toBe(read)
    else expect([adopting.body.code, wasTaken]).toEqual(['draft/text-changed', true])
  })

  it('[DRAFTS-89] begins a new version only with what should change and why, and keeps that with it', async () => {
    const draftId = await begun()
    await typed(draftId, 'One door.')
    await workshop.host.post(path(`/drafts/${draftId}/adopt`), { textHash: await hashOf(draftId), override })
    for (const body of [{}, { why: '   ' }]) expect((await workshop.host.post(path(`/drafts/${draftId}/revise`), body)).status).toBe(400)
    const made = await workshop.host.post(path(`/drafts/${draftId}/revise`), { why: ' The wage belongs in it. ' })
    expect(made).toMatchObject({ status: 201, body: { version: 2 } })
    const all = await readRecord((doc) => drafts.all(doc))
    expect(all.find(({ id }) => id === made.body.draftId)).toMatchObject({
      why: 'The wage belongs in it.',
      revises: draftId,
      state: 'open',
    })
    expect(all.find(({ id }) => id === draftId)).toMatchObject({ state: 'adopted' })
  })

  it('[DRAFTS-91] keeps every adopted text equal to its hash, whatever comes after', async () => {
    const adopted = new Map<string, { readonly text: string; readonly textHash: string }>()
    let current = await begun()
    let words = 0

    async function check(): Promise<void> {
      const all = await readRecord((doc) => drafts.all(doc))
      for (const [id, frozen] of adopted) {
        expect((await workshop.host.get(path(`/drafts/${id}`))).body).toMatchObject(frozen)
        const kept = all.find((draft) => draft.id === id)
        if (!kept || !('adopted' in kept) || !kept.adopted) throw new Error('an adopted wording is gone')
        expect(kept.adopted).toMatchObject(frozen)
        expect(textHash(blocksText(keptBlocks(kept.adopted)))).toBe(frozen.textHash)
        expect(textHash(kept.adopted.text)).toBe(frozen.textHash)
      }
    }

    const acts = {
      async type() {
        words += 1
        await typed(current, `Line ${words}.`)
      },
      async adopt() {
        const textHash = await hashOf(current)
        const answer = await workshop.host.post(path(`/drafts/${current}/adopt`), { textHash, override })
        if (answer.status !== 200) return
        const { text } = (await workshop.host.get(path(`/drafts/${current}`))).body
        if (!adopted.has(current)) adopted.set(current, { text, textHash })
      },
      async revise() {
        const made = await workshop.host.post(path(`/drafts/${current}/revise`), { why: 'Again.' })
        if (made.status === 201) current = made.body.draftId
      },
      async smuggle() {
        for (const id of adopted.keys()) expect(await typed(id, 'Smuggled in.')).toBe(false)
      },
      async restore() {
        for (const id of [current, ...adopted.keys()]) {
          const { versions } = (await workshop.host.get(path(`/drafts/${id}/versions`))).body
          const oldest = versions.at(-1)
          if (oldest) await workshop.host.post(path(`/drafts/${id}/versions/${oldest.versionId}/restore`))
        }
      },
      async retire() {
        for (const id of adopted.keys()) expect((await workshop.host.patch(path(`/drafts/${id}`), { state: 'retired' })).status).toBe(409)
      },
      restart,
    }
    const names = ['type', 'type', 'adopt', 'adopt', 'revise', 'revise', 'smuggle', 'restore', 'retire', 'restart'] as const
    const script = fc.sample(fc.constantFrom(...names), { seed: 8, numRuns: 36 })
    for (const name of ['type', 'adopt', 'revise', ...script] as const) {
      await acts[name]()
      await check()
    }
    expect(adopted.size).toBeGreaterThan(1)
  })
})
