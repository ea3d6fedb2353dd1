import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agendaTemplate } from '../../../../../shared/content/agendas'
import { textHash } from '../../../../../shared/doc/canonical-text'
import { decidedOptions } from '../../../../../shared/tools/decided'
import { workshopDocs } from '../../../../../shared/tools/docs'
import { workshops } from '../../../../../shared/workshop/collections'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../../../support/server'
import { letIn, openVote } from '../../../../support/votes'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  workshop = await server.openWorkshop('A shared vision')
})
afterAll(() => server.close())

const path = (rest: string) => `/api/workshops/${workshop.workshopId}${rest}`

async function named(words: string): Promise<string> {
  const { draftId } = (await workshop.host.post(path('/drafts'), { kind: 'name', title: 'Name', words })).body
  await adopt(draftId, words)
  return draftId
}

async function adopt(draftId: string, words: string): Promise<void> {
  const body = { textHash: textHash(words), override: { reason: 'Agreed aloud.' } }
  expect((await workshop.host.post(path(`/drafts/${draftId}/adopt`), body)).status).toBe(200)
}

describe('an adopted name', { timeout: 60_000 }, () => {
  it('[DRAFTS-103] stands wherever the title stood', async () => {
    await named('Copper Basin Pathways')
    const { host, joinCode, workshopId } = workshop
    expect((await host.get(path(''))).body.title).toBe('Copper Basin Pathways')
    expect((await server.device().post('/api/join', { code: joinCode })).body.title).toBe('Copper Basin Pathways')
    const lobby = await server.device().post(path('/lobby'), { code: joinCode })
    expect(lobby.body.title).toBe('Copper Basin Pathways')
    expect((await host.get('/api/workshops')).body.workshops).toMatchObject([
      { workshopId, title: 'Copper Basin Pathways', openedAs: 'A shared vision' },
    ])
    const file = await fetch(`${server.origin}${path('/document.md')}`, { headers: { cookie: host.cookie } })
    expect(file.headers.get('content-disposition')).toContain('Copper Basin Pathways')
    expect(await file.text()).toMatch(/^# Copper Basin Pathways\n/)
  })

  it('[DRAFTS-103] gives way to its next version', async () => {
    const first = await named('Copper Basin Pathways')
    const second = (await workshop.host.post(path(`/drafts/${first}/revise`), { why: 'It is taken.' })).body.draftId
    expect((await workshop.host.get(path(''))).body.title).toBe('Copper Basin Pathways')
    const rival = { kind: 'name', title: 'B', rivalOf: second, words: 'One Door' }
    await adopt((await workshop.host.post(path('/drafts'), rival)).body.draftId, 'One Door')
    expect((await workshop.host.get(path(''))).body.title).toBe('One Door')
    const workshopOf = await server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => workshops.get(doc, workshop.workshopId))
    expect(workshopOf?.openedAs).toBe('A shared vision')
  })

  it('[DRAFTS-104] keeps the title of before in the document, and is not retitled away', async () => {
    await named('Copper Basin Pathways')
    expect(String((await workshop.host.get(path('/document.md'))).body)).toContain('The workshop was opened as “A shared vision”.')
    const refused = await workshop.host.patch(path(''), { title: 'Mine' })
    expect([refused.status, refused.body.code]).toEqual([409, 'workshop/named'])
    expect((await workshop.host.patch(path(''), { focusQuestion: 'What next?' })).status).toBe(200)
  })
})

describe('naming the effort', { timeout: 60_000 }, () => {
  it('[DRAFTS-105] is a built-in plan: names collected and grouped, voted on, and adopted', () => {
    const plan = agendaTemplate('name-your-effort-45')
    expect(plan?.steps.filter(({ subjectKey }) => subjectKey === 'names').map(({ tool }) => tool)).toEqual(['ideas', 'ideas'])
    expect(plan?.steps.slice(3).map(({ tool }) => tool)).toEqual(['votes', 'talk', 'votes', 'drafts'])
    expect(plan?.steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(plan?.durationMinutes)
  })

  it('[DRAFTS-105] takes what alone came first in a closed vote, and nothing of an open or a tied one', async () => {
    const people = await letIn(workshop, 'Amara', 'Ben', 'Carla')
    const options = [{ label: 'Copper Basin Pathways' }, { label: 'One Door' }]
    const vote = await openVote(workshop, { question: 'Which name?', options })
    for (const person of people) await vote.cast(person, [3, 1])
    const decided = () =>
      server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => decidedOptions(workshopDocs(doc, doc, () => undefined)))
    expect(await decided()).toEqual([])
    await vote.closed()
    const tied = await openVote(workshop, { question: 'Which colour?', options })
    for (const person of people) await tied.cast(person, [2, 2])
    await tied.closed()
    expect(await decided()).toEqual([{ label: 'Copper Basin Pathways', question: 'Which name?', roundId: vote.roundId }])
    const made = await workshop.host.post(path('/drafts'), { kind: 'name', title: 'Name', words: 'C# & *One* Door' })
    const view = (await workshop.host.get(path(`/drafts/${made.body.draftId}`))).body
    expect(view.state).toBe('open')
    expect(view.text.replaceAll('\\', '')).toBe('C# & *One* Door')
  })
})
