import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timerAfter } from '../../../server/workshop/leading'
import { recordRoom } from '../../../shared/sync/room-name'
import { agenda, locks, workshops } from '../../../shared/workshop/collections'
import type { AgendaStep, Timer, Workshop } from '../../../shared/workshop/schema'
import { orderedAgenda } from '../../../shared/workshop/selectors'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
})
afterAll(() => server.close())

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`
const steps = (): Promise<readonly AgendaStep[]> =>
  server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => orderedAgenda(agenda.all(doc)))
const record = (): Promise<Workshop | undefined> =>
  server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => workshops.get(doc, workshop.workshopId))
const stepId = async (index: number) => (await steps())[index]?.id ?? ''

describe('the current step', () => {
  it('moves for everybody, and its timer starts afresh', async () => {
    await workshop.host.put(at('/timer'), { action: 'start', minutes: 5 })
    const next = await stepId(1)
    expect(await workshop.host.put(at('/step'), { stepId: next })).toEqual({ status: 200, body: { stepId: next } })
    expect(await record()).toMatchObject({ stepId: next, timer: { state: 'none' } })
  })

  it('keeps its timer when it is chosen again', async () => {
    await workshop.host.put(at('/timer'), { action: 'start', minutes: 5 })
    await workshop.host.put(at('/step'), { stepId: (await record())?.stepId })
    expect((await record())?.timer.state).toBe('running')
  })

  it('is never one that is not in the agenda', async () => {
    const before = await record()
    const { body } = await workshop.host.put(at('/step'), { stepId: 'step_gone' })
    expect(body).toMatchObject({ status: 404, code: 'workshop/unknown-step' })
    expect(await record()).toEqual(before)
  })

  it('is where everyone is brought, and each call counts', async () => {
    const wanted = await stepId(2)
    const first = await workshop.host.post(at('/summon'), { stepId: wanted })
    const second = await workshop.host.post(at('/summon'))
    expect(second.body).toEqual({ number: first.body.number + 1, stepId: wanted })
    expect(await record()).toMatchObject({ stepId: wanted, summons: { number: second.body.number, stepId: wanted, byName: 'Hanna Host' } })
  })

  it('follows two facilitators who call at once: two calls, two numbers', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => workshop.host.post(at('/summon'))))
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(4)
  })
})

describe('the timer', () => {
  const running: Timer = { state: 'running', endsAtMs: 100_000, totalMs: 60_000 }

  it('starts by the server’s clock', () => {
    expect(timerAfter({ state: 'none' }, { action: 'start', minutes: 2 }, 1_000)).toEqual({
      state: 'running',
      endsAtMs: 121_000,
      totalMs: 120_000,
    })
  })
  it('keeps what is left over a pause', () => {
    const paused = timerAfter(running, { action: 'pause' }, 70_000)
    expect(paused).toEqual({ state: 'paused', remainingMs: 30_000, totalMs: 60_000 })
    expect(timerAfter(paused, { action: 'resume' }, 200_000)).toEqual({ state: 'running', endsAtMs: 230_000, totalMs: 60_000 })
  })
  it('grows by a minute, running or paused', () => {
    expect(timerAfter(running, { action: 'extend', minutes: 1 }, 70_000)).toMatchObject({ endsAtMs: 160_000, totalMs: 120_000 })
    const paused: Timer = { state: 'paused', remainingMs: 5_000, totalMs: 60_000 }
    expect(timerAfter(paused, { action: 'extend', minutes: 1 }, 0)).toMatchObject({ remainingMs: 65_000 })
  })
  it('runs a whole minute more from now when it was over', () => {
    expect(timerAfter(running, { action: 'extend', minutes: 1 }, 150_000)).toMatchObject({ endsAtMs: 210_000 })
  })
  it('is cleared whatever it was', () => {
    expect(timerAfter(running, { action: 'clear' }, 0)).toEqual({ state: 'none' })
  })
  it('cannot be paused when there is none, and says so', async () => {
    await workshop.host.put(at('/timer'), { action: 'clear' })
    expect((await workshop.host.put(at('/timer'), { action: 'pause' })).body).toMatchObject({ status: 409, code: 'workshop/no-timer' })
  })
  it('refuses what it does not know', async () => {
    expect((await workshop.host.put(at('/timer'), { action: 'rewind' })).body).toMatchObject({ status: 400, code: 'request/invalid' })
  })
})

describe('a lock', () => {
  it('says who set it, stays the first one’s, and opens again', async () => {
    const read = () => server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => locks.get(doc, 'ideas'))
    await workshop.host.put(at('/lock'), { tool: 'ideas', locked: true })
    const lock = await read()
    expect(lock?.byName).toBe('Hanna Host')
    await workshop.host.put(at('/lock'), { tool: 'ideas', locked: true })
    expect(await read()).toEqual(lock)
    await workshop.host.put(at('/lock'), { tool: 'ideas', locked: false })
    expect(await read()).toBeUndefined()
  })

  it('is only for tools that there are', async () => {
    expect((await workshop.host.put(at('/lock'), { tool: 'talk', locked: true })).status).toBe(400)
  })

  it('is refused to a writer at the socket, and seen by everybody', async () => {
    const ben = await workshop.join('Ben')
    const connection = ben.connect(`${workshop.workshopId}/board`)
    await connection.synced()
    await workshop.host.put(at('/lock'), { tool: 'ideas', locked: true })
    connection.doc.getMap('prompts').set('prompt_x', 'no record at all')
    await expect.poll(() => connection.closed, { timeout: 3_000 }).toBe(4409)
    await workshop.host.put(at('/lock'), { tool: 'ideas', locked: false })
  })
})

describe('the agenda', () => {
  it('comes from the plan, with steps of one key on one subject and scripts apart', async () => {
    const all = await steps()
    expect(all.map(({ title }) => title).slice(0, 3)).toEqual([
      'Welcome, purpose, how we decide',
      'Who is here',
      'Picture the future, alone',
    ])
    const [, , alone, open] = all
    expect(alone?.subject).toEqual({ collection: 'prompts', id: `prompt_${alone?.id.slice(5)}` })
    expect(open?.subject).toEqual(alone?.subject)
    const wordings = all.filter(({ tool }) => tool === 'drafts').map(({ subject }) => subject?.id)
    expect(wordings).toHaveLength(4)
    expect(new Set(wordings).size).toBe(1)
    const { scripts } = (await workshop.host.get(at('/scripts'))).body
    expect(scripts).toContainEqual({ stepId: alone?.id, notes: expect.stringContaining('Silence.') })
    expect(JSON.stringify(all)).not.toContain('Silence.')
  })

  it('takes a step at the end, first, or after another', async () => {
    const add = async (title: string, after?: string | null) =>
      (await workshop.host.post(at('/steps'), { title, minutes: 5, tool: 'talk', ...(after === undefined ? {} : { after }) })).body.stepId
    const second = await stepId(1)
    const last = await add('Last')
    const first = await add('First', null)
    const third = await add('After the second', second)
    const ids = (await steps()).map(({ id }) => id)
    expect(ids.at(-1)).toBe(last)
    expect(ids[0]).toBe(first)
    expect(ids[ids.indexOf(second) + 1]).toBe(third)
  })

  it('moves a step and changes its words, minutes and script', async () => {
    const [first, second] = [await stepId(0), await stepId(1)]
    await workshop.host.patch(at(`/steps/${first}`), { after: second, title: 'Renamed', minutes: 7, prompt: 'Why?', notes: 'Slowly.' })
    const all = await steps()
    expect(all[1]).toMatchObject({ id: first, title: 'Renamed', minutes: 7, prompt: 'Why?' })
    expect((await workshop.host.get(at('/scripts'))).body.scripts).toContainEqual({ stepId: first, notes: 'Slowly.' })
    await workshop.host.patch(at(`/steps/${first}`), { prompt: '' })
    expect((await steps())[1]).not.toHaveProperty('prompt')
  })

  it('lets a step of notes be written alone or openly, and forgets it when the step turns to another tool', async () => {
    const { stepId: id } = (await workshop.host.post(at('/steps'), { title: 'Dream', minutes: 5, tool: 'ideas' })).body
    const step = async () => (await steps()).find((each) => each.id === id)
    for (const privately of [true, false, true]) {
      expect((await workshop.host.patch(at(`/steps/${id}`), { privately })).status).toBe(200)
      expect((await step())?.privately).toBe(privately)
    }
    await workshop.host.patch(at(`/steps/${id}`), { tool: 'talk' })
    expect(await step()).not.toHaveProperty('privately')
  })

  it('tells facilitators to fetch scripts again when one changed', async () => {
    const before = (await record())?.revision ?? 0
    await workshop.host.patch(at(`/steps/${await stepId(0)}`), { notes: 'Other words.' })
    expect((await record())?.revision).toBe(before + 1)
  })

  it('gives up a step, but never the current or the last one', async () => {
    const current = (await record())?.stepId ?? ''
    expect((await workshop.host.delete(at(`/steps/${current}`))).body).toMatchObject({ status: 409, code: 'workshop/current-step' })
    for (const { id } of await steps()) if (id !== current) expect((await workshop.host.delete(at(`/steps/${id}`))).status).toBe(200)
    expect((await workshop.host.delete(at(`/steps/${current}`))).body).toMatchObject({ status: 409, code: 'workshop/last-step' })
    expect((await workshop.host.delete(at('/steps/step_gone'))).status).toBe(404)
  })
})

describe('the title', () => {
  it('changes for everybody and in the list of workshops', async () => {
    await workshop.host.patch(at(''), { title: 'New name', focusQuestion: 'What now?' })
    expect(await record()).toMatchObject({ title: 'New name', focusQuestion: 'What now?' })
    expect((await workshop.host.get('/api/workshops')).body.workshops[0].title).toBe('New name')
  })
})
