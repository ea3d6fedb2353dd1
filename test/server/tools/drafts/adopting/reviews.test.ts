import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { limits } from '../../../../../shared/sync/limits'
import { decisions } from '../../../../../shared/tools/decisions/collections'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { agenda } from '../../../../../shared/workshop/collections'
import type { AgendaStep } from '../../../../../shared/workshop/schema'
import { orderedAgenda } from '../../../../../shared/workshop/selectors'
import { type Connection, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../../support/server'

const dayMs = 24 * 60 * 60 * 1000
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)
const [today, tomorrow, later] = [day(0), day(1), day(400)]

let dataDir: string
let server: TestServer
let workshop: OpenedWorkshop
let record: Connection
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'convene-reviews-'))
  server = await startTestServer({ dataDir })
  workshop = await server.openWorkshop()
  record = await watched()
})
afterEach(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

const path = (rest: string) => `/api/workshops/${workshop.workshopId}${rest}`

async function watched(): Promise<Connection> {
  const connection = workshop.host.connect(`${workshop.workshopId}/record`)
  await connection.synced()
  return connection
}

async function adopted(kind: string, words: string, reviewOn?: string, draftId?: string): Promise<string> {
  const { host, workshopId } = workshop
  const id = draftId ?? (await host.post(path('/drafts'), { kind, title: kind })).body.draftId
  const room = host.connect(`${workshopId}/draft/${id}`)
  await room.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  room.doc.getXmlFragment('body').push([paragraph])
  await room.allSaved()
  room.destroy()
  const { textHash } = (await host.get(path(`/drafts/${id}`))).body
  const answer = await host.post(path(`/drafts/${id}/adopt`), { textHash, override: { reason: 'Agreed aloud.' }, reviewOn })
  expect(answer.status).toBe(200)
  return id
}

const steps = () => orderedAgenda(agenda.all(record.doc))
const reviewSteps = () => steps().filter(({ title }) => title.startsWith('Review: '))

async function reviewStepsOf(count: number): Promise<readonly AgendaStep[]> {
  await until(() => reviewSteps().length >= count, `${count} steps for reviews`)
  return reviewSteps()
}

/** Starts the server again, with a review day moved, as if so much time had passed. */
async function restarted(movedTo?: string): Promise<void> {
  await server.close()
  server = await startTestServer({ dataDir })
  if (movedTo !== undefined) {
    await server.app.context.governed(workshop.workshopId, async (tx) => {
      await tx.updateTable('draft_reviews').set({ due_on: movedTo }).execute()
      return { result: undefined }
    })
    await server.close()
    server = await startTestServer({ dataDir })
  }
}

describe('a review that is due', { timeout: 60_000 }, () => {
  it('[DRAFTS-151] is named in the list of one’s workshops from two weeks before its day, until somebody has looked', async () => {
    const due = async () => (await workshop.host.get('/api/workshops')).body.workshops[0].due
    await adopted('mission', 'We open it.', later)
    expect(await due()).toBeUndefined()
    await adopted('goal', 'A goal.', day(15))
    expect(await due()).toBeUndefined()
    await adopted('value', 'A value.', day(13))
    expect(await due()).toEqual({ title: 'value', atMs: Date.parse(day(13)) })
    const vision = await adopted('vision', 'One door.', today)
    await reviewStepsOf(1)
    expect(await due()).toEqual({ title: 'vision', atMs: Date.parse(today ?? '') })
    expect((await (await workshop.join('Ben')).get('/api/workshops')).body.workshops[0].due.title).toBe('vision')
    expect((await workshop.host.post(path(`/drafts/${vision}/review`), { dueOn: today, nextOn: later })).status).toBe(200)
    expect((await due()).title).toBe('value')
  })

  it('[DRAFTS-92] adds one step after the current one, about the wording, with a script for facilitators', async () => {
    await workshop.host.put(path('/step'), { stepId: steps()[2]?.id })
    const draftId = await adopted('vision', 'One door.', today)
    const [step] = await reviewStepsOf(1)
    expect(step).toMatchObject({
      title: 'Review: vision',
      tool: 'drafts',
      subject: { collection: 'drafts', id: draftId },
      mark: 'Due for review',
    })
    expect(steps().findIndex(({ id }) => id === step?.id)).toBe(3)
    const { scripts } = (await workshop.host.get(path('/scripts'))).body
    expect(scripts.find(({ stepId }: { stepId: string }) => stepId === step?.id)?.notes).toContain('stays as it is or needs a new version')
    const guest = await workshop.join('Ben')
    expect((await guest.get(path('/scripts'))).status).toBe(404)
  })

  it('[DRAFTS-92] keeps the order of several that come at once, and leaves the agenda alone when it is full', async () => {
    await adopted('vision', 'One door.', today)
    await reviewStepsOf(1)
    await adopted('mission', 'We open it.', today)
    expect((await reviewStepsOf(2)).map(({ title }) => title)).toEqual(['Review: vision', 'Review: mission'])
    while (steps().length < limits.agendaSteps) {
      const added = await workshop.host.post(path('/steps'), { title: 'More', minutes: 1, tool: 'talk' })
      expect(added.status).toBe(201)
      await until(() => steps().some(({ id }) => id === added.body.stepId), 'the step')
    }
    const goal = await adopted('goal', 'A goal.', today)
    await until(async () => {
      const row = await server.app.context.db.selectFrom('draft_reviews').selectAll().where('draft_id', '=', goal).executeTakeFirst()
      return row?.state === 'placed' && row.step_id === null
    }, 'the review to be marked as come')
    expect(reviewSteps()).toHaveLength(2)
  })

  it('[DRAFTS-93] comes once for each day, also when the server slept through it, and not after a restart again', async () => {
    await adopted('vision', 'One door.', later)
    await restarted()
    record = await hostAgain()
    expect(reviewSteps()).toEqual([])
    await restarted('2020-01-01')
    record = await hostAgain()
    await reviewStepsOf(1)
    await restarted()
    record = await hostAgain()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(reviewSteps()).toHaveLength(1)
  })

  it('[DRAFTS-93] does not come for a wording that another version has replaced', async () => {
    const first = await adopted('vision', 'One door.', tomorrow)
    const second = (await workshop.host.post(path(`/drafts/${first}/revise`), { why: 'More doors.' })).body.draftId
    await adopted('vision', 'Two doors.', undefined, second)
    await restarted()
    record = await hostAgain()
    const rows = await server.app.context.db.selectFrom('draft_reviews').selectAll().execute()
    expect(rows).toMatchObject([{ draft_id: first, state: 'done' }])
    expect(reviewSteps()).toEqual([])
  })
})

describe('a wording that was looked at', { timeout: 60_000 }, () => {
  it('[DRAFTS-94] stays as it is: the next day is set, the mark goes, and the decision log says so', async () => {
    const draftId = await adopted('vision', 'One door.', today)
    await reviewStepsOf(1)
    const before = (await workshop.host.get(path(`/drafts/${draftId}`))).body
    const guest = await workshop.join('Ben')
    expect((await guest.post(path(`/drafts/${draftId}/review`), { dueOn: today, nextOn: later })).status).toBe(404)
    const reviewed = await workshop.host.post(path(`/drafts/${draftId}/review`), { dueOn: today, nextOn: later })
    expect(reviewed).toMatchObject({ status: 200, body: { draftId, nextOn: later } })
    await until(() => reviewSteps()[0]?.mark === undefined, 'the mark to go')
    expect((await workshop.host.get(path(`/drafts/${draftId}`))).body).toEqual(before)
    expect(drafts.get(record.doc, draftId)).toMatchObject({ state: 'adopted', reviews: [{ byName: 'Hanna Host', nextOn: later }] })
    const entry = decisions.all(record.doc).find(({ kind }) => kind === 'review')
    expect(entry).toMatchObject({ words: 'Vision reviewed: “vision”, version 1, stays as it is.', byName: 'Hanna Host' })
    const rows = await server.app.context.db.selectFrom('draft_reviews').select(['due_on', 'state']).orderBy('due_on').execute()
    expect(rows).toEqual([
      { due_on: today, state: 'done' },
      { due_on: later, state: 'waiting' },
    ])
  })

  it('[DRAFTS-94] is noted once by two facilitators who say so at once', async () => {
    const draftId = await adopted('vision', 'One door.', today)
    const review = () => workshop.host.post(path(`/drafts/${draftId}/review`), { dueOn: today, nextOn: later })
    const answers = await Promise.all([review(), review()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('draft/reviewed')
  })

  it('[DRAFTS-94] needs a next day that is to come, and a wording in force', async () => {
    const draftId = await adopted('vision', 'One door.')
    const past = await workshop.host.post(path(`/drafts/${draftId}/review`), { nextOn: today })
    expect([past.status, past.body.code]).toEqual([422, 'draft/review-past'])
    const open = (await workshop.host.post(path('/drafts'), { kind: 'goal', title: 'Goal' })).body.draftId
    const early = await workshop.host.post(path(`/drafts/${open}/review`), {})
    expect([early.status, early.body.code]).toEqual([409, 'draft/not-in-force'])
  })
})

/** The record, after a restart: the host's device has to find the new address. */
async function hostAgain(): Promise<Connection> {
  const host = server.device()
  const key = new URL(workshop.links.host).hash.slice('#k='.length)
  expect((await host.post(path('/session'), { key })).status).toBe(200)
  workshop = { ...workshop, host }
  return watched()
}
