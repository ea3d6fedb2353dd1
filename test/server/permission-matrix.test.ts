import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/access/actor'
import { concerns } from '../../shared/tools/votes/concern-collection'
import { type Answer, type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../support/server'

type Who = 'anybody' | 'members' | 'voters' | 'writers' | 'facilitators' | 'host'

interface Row {
  readonly who: Who
  /** A body that passes the schema, so that only the right decides. */
  readonly body?: (found: Found) => unknown
}

/** Ids that the setting-up made. */
interface Found {
  readonly stepId: string
  readonly draftId: string
  readonly roundId: string
  readonly memberId: string
  readonly inviteId: string
  readonly concernId: string
}

const hash = '0'.repeat(64)
const file = { format: 'markdown', text: '# A goal' }

/** Every route and who may use it. Source: THREATS section 7. A route that is not here fails the test. */
const matrix: Readonly<Record<string, Row>> = {
  'POST /api/workshops': { who: 'anybody' },
  'GET /api/workshops': { who: 'anybody' },
  'POST /api/join': { who: 'anybody' },
  'POST /api/workshops/{id}/lobby': { who: 'anybody' },
  'POST /api/workshops/{id}/join': { who: 'anybody' },
  'POST /api/workshops/{id}/session': { who: 'anybody' },
  'GET /api/workshops/{id}': { who: 'members' },
  'GET /api/workshops/{id}/catch-up': { who: 'members' },
  'PATCH /api/workshops/{id}': { who: 'facilitators', body: () => ({ title: 'Title' }) },
  'PUT /api/workshops/{id}/step': { who: 'facilitators', body: ({ stepId }) => ({ stepId }) },
  'POST /api/workshops/{id}/summon': { who: 'facilitators' },
  'PUT /api/workshops/{id}/timer': { who: 'facilitators', body: () => ({ action: 'start', minutes: 1 }) },
  'PUT /api/workshops/{id}/lock': { who: 'facilitators', body: () => ({ tool: 'plan', locked: true }) },
  'POST /api/workshops/{id}/restore': { who: 'facilitators', body: () => ({ toMs: Date.now() }) },
  'GET /api/workshops/{id}/scripts': { who: 'facilitators' },
  'POST /api/workshops/{id}/steps': { who: 'facilitators', body: () => ({ title: 'Step', minutes: 1, tool: 'talk' }) },
  'PATCH /api/workshops/{id}/steps/{stepId}': { who: 'facilitators', body: () => ({ title: 'Step' }) },
  'DELETE /api/workshops/{id}/steps/{stepId}': { who: 'facilitators' },
  'GET /api/workshops/{id}/links': { who: 'facilitators' },
  'POST /api/workshops/{id}/links': { who: 'facilitators', body: () => ({ role: 'observer' }) },
  'DELETE /api/workshops/{id}/links': { who: 'facilitators', body: () => ({ linkId: 'link_unknown' }) },
  'POST /api/workshops/{id}/join-code': { who: 'facilitators' },
  'PATCH /api/workshops/{id}/participants/{pid}': { who: 'facilitators', body: () => ({ role: 'contributor' }) },
  'POST /api/workshops/{id}/participants/{pid}/merge': { who: 'facilitators', body: ({ memberId }) => ({ into: memberId }) },
  'PUT /api/workshops/{id}/door': { who: 'facilitators', body: () => ({ door: 'knock' }) },
  'GET /api/workshops/{id}/knocks': { who: 'facilitators' },
  'POST /api/workshops/{id}/knocks': { who: 'facilitators', body: () => ({ knockIds: ['knock_gone'], admit: true }) },
  'GET /api/workshops/{id}/invites': { who: 'facilitators' },
  'POST /api/workshops/{id}/invites': { who: 'facilitators', body: () => ({ name: 'Ana', role: 'voter' }) },
  'POST /api/workshops/{id}/invites/{inviteId}/reissue': { who: 'facilitators' },
  'DELETE /api/workshops/{id}/invites/{inviteId}': { who: 'facilitators' },
  'POST /api/workshops/{id}/host': { who: 'host', body: ({ memberId }) => ({ participantId: memberId }) },
  'POST /api/workshops/{id}/session/return-link': { who: 'members' },
  'DELETE /api/workshops/{id}/session': { who: 'members' },
  'PUT /api/workshops/{id}/prompts/{promptId}/mode': { who: 'facilitators', body: () => ({ writing: 'open', anonymous: false }) },
  'POST /api/workshops/{id}/prompts/{promptId}/reveal': { who: 'facilitators' },
  'POST /api/workshops/{id}/drafts': { who: 'facilitators', body: () => ({ kind: 'goal', title: 'A goal' }) },
  'POST /api/workshops/{id}/drafts/import': { who: 'facilitators', body: () => ({ target: { kind: 'goal', title: 'A goal' }, file }) },
  'GET /api/workshops/{id}/drafts/{draftId}': { who: 'members' },
  'PATCH /api/workshops/{id}/drafts/{draftId}': { who: 'facilitators', body: () => ({ title: 'New title' }) },
  'GET /api/workshops/{id}/drafts/{draftId}/agreement': { who: 'members' },
  'POST /api/workshops/{id}/drafts/{draftId}/adopt': { who: 'facilitators', body: () => ({ textHash: hash }) },
  'POST /api/workshops/{id}/drafts/{draftId}/revise': { who: 'facilitators', body: () => ({ why: 'The wage belongs in it.' }) },
  'POST /api/workshops/{id}/drafts/{draftId}/review': { who: 'facilitators', body: () => ({}) },
  'GET /api/workshops/{id}/drafts/{draftId}/authors': { who: 'members' },
  'GET /api/workshops/{id}/drafts/{draftId}/minority': { who: 'members' },
  // Who answered below the threshold decides in its own words; the tests of minority statements cover it.
  'POST /api/workshops/{id}/drafts/{draftId}/minority': { who: 'voters' },
  'POST /api/workshops/{id}/drafts/{draftId}/stand': { who: 'voters', body: () => ({ textHash: hash, stands: true }) },
  'POST /api/workshops/{id}/drafts/{draftId}/close': { who: 'facilitators', body: () => ({ closesOn: '2199-01-01' }) },
  'POST /api/workshops/{id}/drafts/{draftId}/signatures': {
    who: 'voters',
    body: () => ({ textHash: hash, partyId: 'partner_a', name: 'Ana', roleTitle: 'Director', day: '2026-01-01' }),
  },
  'POST /api/workshops/{id}/drafts/{draftId}/signatures/{signatureId}/take-back': { who: 'voters' },
  'GET /api/workshops/{id}/drafts/{draftId}/versions': { who: 'members' },
  'GET /api/workshops/{id}/drafts/{draftId}/versions/{versionId}': { who: 'members' },
  'POST /api/workshops/{id}/drafts/{draftId}/versions': { who: 'writers', body: () => ({ name: 'Before lunch' }) },
  'POST /api/workshops/{id}/drafts/{draftId}/versions/{versionId}/restore': { who: 'writers' },
  'POST /api/workshops/{id}/drafts/{draftId}/proposals/{proposalId}/accept': { who: 'writers' },
  'POST /api/workshops/{id}/drafts/{draftId}/proposals/{proposalId}/keep': { who: 'writers', body: () => ({ reason: 'It reads well.' }) },
  'POST /api/workshops/{id}/drafts/{draftId}/proposals/{proposalId}/reopen': { who: 'writers' },
  'POST /api/workshops/{id}/agreements': { who: 'facilitators', body: () => ({ outline: 'partner-mou', answers: {} }) },
  'POST /api/workshops/{id}/rounds': {
    who: 'facilitators',
    body: () => ({ question: 'Which?', method: 'dots', secret: true, options: [{ label: 'A' }, { label: 'B' }] }),
  },
  'POST /api/workshops/{id}/rounds/{roundId}/open': { who: 'facilitators' },
  'POST /api/workshops/{id}/rounds/{roundId}/close': { who: 'facilitators' },
  'POST /api/workshops/{id}/rounds/{roundId}/cancel': { who: 'facilitators' },
  'POST /api/workshops/{id}/rounds/{roundId}/settle': { who: 'facilitators' },
  'POST /api/workshops/{id}/rounds/{roundId}/consent-step': { who: 'facilitators', body: () => ({ step: 'clarify' }) },
  'POST /api/workshops/{id}/rounds/{roundId}/sense': { who: 'facilitators', body: () => ({ from: hash, to: hash }) },
  'POST /api/workshops/{id}/rounds/{roundId}/contest': { who: 'voters', body: () => ({ textHash: hash }) },
  'GET /api/workshops/{id}/rounds/{roundId}': { who: 'members' },
  'PUT /api/workshops/{id}/rounds/{roundId}/ballot': {
    who: 'voters',
    body: () => ({ idempotencyKey: 'once-only-1', baseVersion: 0, allocation: {} }),
  },
  'GET /api/workshops/{id}/texts/{textHash}': { who: 'members' },
  'GET /api/workshops/{id}/rounds/{roundId}/voters': { who: 'facilitators' },
  'POST /api/workshops/{id}/rounds/{roundId}/reveal': { who: 'facilitators', body: () => ({ shown: 0, from: 'last' }) },
  'POST /api/workshops/{id}/rounds/{roundId}/record': { who: 'facilitators', body: () => ({ words: 'So it is.' }) },
  'GET /api/workshops/{id}/rounds/{roundId}/export': { who: 'members' },
  'POST /api/workshops/{id}/rounds/{roundId}/own-concern': { who: 'members', body: () => ({ key: 'no-key' }) },
  'POST /api/workshops/{id}/concerns/{concernId}/answer': { who: 'writers', body: () => ({ textHash: hash }) },
  'POST /api/workshops/{id}/concerns/{concernId}/settle': { who: 'members', body: () => ({ as: 'withdrawn' }) },
  'POST /api/workshops/{id}/concerns/{concernId}/author-left': { who: 'facilitators' },
  'GET /api/workshops/{id}/row-links': { who: 'facilitators' },
  'POST /api/workshops/{id}/partners/{partnerId}/row-link': { who: 'facilitators' },
  'DELETE /api/workshops/{id}/partners/{partnerId}/row-link': { who: 'facilitators' },
  'PUT /api/workshops/{id}/membership-review': { who: 'facilitators', body: () => ({ dueOn: null }) },
  'PUT /api/workshops/{id}/intermediary': { who: 'facilitators', body: () => ({ roundId: 'round_unknown', people: [] }) },
  'GET /api/workshops/{id}/pulse': { who: 'members' },
  'PUT /api/workshops/{id}/pulse': { who: 'voters', body: () => ({ serves: 2, place: 2 }) },
  'PUT /api/workshops/{id}/mission-line': { who: 'voters', body: () => ({ words: 'It serves us.' }) },
  'POST /api/workshops/{id}/row': { who: 'anybody' },
  'PUT /api/workshops/{id}/row': { who: 'anybody' },
  'GET /api/workshops/{id}/ledger': { who: 'writers' },
  'GET /api/workshops/{id}/document.docx': { who: 'members' },
  'GET /api/workshops/{id}/document.pdf': { who: 'members' },
  'GET /api/workshops/{id}/document.md': { who: 'members' },
  'GET /api/workshops/{id}/document.html': { who: 'members' },
  'GET /api/workshops/{id}/document.json': { who: 'members' },
  'GET /api/workshops/{id}/archive': { who: 'facilitators' },
  'POST /api/workshops/{id}/publish': { who: 'facilitators' },
  'DELETE /api/workshops/{id}/publish': { who: 'facilitators' },
}

/** The roles that a row keeps out. */
const keptOut: Readonly<Record<Who, readonly Role[]>> = {
  anybody: [],
  members: [],
  voters: [], // Eligibility is frozen when a round opens and answers in its own words; the votes' tests cover it.
  writers: ['voter', 'observer'],
  facilitators: ['contributor', 'voter', 'observer'],
  host: ['facilitator', 'contributor', 'voter', 'observer'],
}

let server: TestServer
let workshop: OpenedWorkshop
let found: Found
let routes: readonly string[]
const actors = new Map<string, Device>()

beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
  const { host, workshopId } = workshop
  for (const role of ['facilitator', 'contributor', 'voter', 'observer'] as const) {
    const person = await workshop.join(role)
    await host.patch(`/api/workshops/${workshopId}/participants/${person.participantId}`, { role })
    actors.set(role, person)
  }
  const removed = await workshop.join('removed')
  await host.patch(`/api/workshops/${workshopId}/participants/${removed.participantId}`, { removed: true })
  actors.set('removed', removed)
  actors.set('outsider', server.device())
  actors.set('foreigner', (await server.openWorkshop('Another')).host)
  const draft = await host.post(`/api/workshops/${workshopId}/drafts`, { kind: 'vision', title: 'Vision' })
  const round = await host.post(`/api/workshops/${workshopId}/rounds`, {
    question: 'Which?',
    method: 'dots',
    secret: true,
    options: [{ label: 'A' }, { label: 'B' }],
  })
  const { agenda } = (await host.get(`/api/workshops/${workshopId}`)).body
  const member = await workshop.join('member')
  const invite = await host.post(`/api/workshops/${workshopId}/invites`, { name: 'Ana', role: 'voter' })
  found = {
    stepId: agenda[0].id,
    draftId: draft.body.draftId,
    roundId: round.body.roundId,
    memberId: member.participantId,
    inviteId: invite.body.inviteId,
    concernId: await raiseConcern(draft.body.draftId, member),
  }
  const { paths } = (await host.get('/api/openapi.json')).body
  routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
})
afterAll(() => server.close())

/** Somebody says “not yet” to the wording. */
async function raiseConcern(draftId: string, voter: Device): Promise<string> {
  const { host, workshopId } = workshop
  const { textHash } = (await host.get(`/api/workshops/${workshopId}/drafts/${draftId}`)).body
  const wish = { question: 'Does it resonate?', method: 'resonance', subject: { draftId, textHash } }
  const path = `/api/workshops/${workshopId}/rounds/${(await host.post(`/api/workshops/${workshopId}/rounds`, wish)).body.roundId}`
  await host.post(`${path}/open`)
  await voter.put(`${path}/ballot`, { idempotencyKey: 'once', baseVersion: 0, answer: 'not-yet', reason: 'No wage in it', textHash })
  return server.app.context.readDoc(`${workshopId}/record`, (doc) => concerns.all(doc)[0]?.id ?? '')
}

function ask(device: Device, route: string): Promise<Answer> {
  const [method = '', template = ''] = route.split(' ')
  const values: Readonly<Record<string, string>> = {
    id: workshop.workshopId,
    stepId: found.stepId,
    pid: found.memberId,
    inviteId: found.inviteId,
    promptId: `prompt_${found.stepId.slice('step_'.length)}`,
    draftId: found.draftId,
    roundId: found.roundId,
    versionId: 'version_unknown',
    concernId: found.concernId,
    proposalId: 'proposal_unknown',
    partnerId: 'partner_unknown',
  }
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
  const query = path.endsWith('/agreement') ? `?textHash=${hash}` : ''
  const body = matrix[route]?.body?.(found)
  if (method === 'GET') return device.get(path + query)
  if (method === 'POST') return device.post(path, body)
  if (method === 'PUT') return device.put(path, body)
  if (method === 'PATCH') return device.patch(path, body)
  return device.delete(path, body)
}

const memberRoutes = Object.entries(matrix).filter(([, { who }]) => who !== 'anybody')

describe('permission matrix', { timeout: 60_000 }, () => {
  it('lists every route that there is, and no other', () => {
    expect([...routes].sort()).toEqual(Object.keys(matrix).sort())
  })

  it.each(['outsider', 'foreigner', 'removed'])('gives the %s one and the same answer everywhere, that of the unknown', async (who) => {
    const device = actors.get(who) as Device // set up above
    const unknown = await device.get('/api/nothing-here')
    for (const [route] of memberRoutes) expect({ route, ...(await ask(device, route)) }).toEqual({ route, ...unknown })
  })

  it.each(['facilitator', 'contributor', 'voter', 'observer'] as const)('keeps the %s out with the same answer', async (role) => {
    const device = actors.get(role) as Device // set up above
    const unknown = await device.get('/api/nothing-here')
    for (const [route, { who }] of memberRoutes) {
      if (keptOut[who].includes(role)) expect({ route, ...(await ask(device, route)) }).toEqual({ route, ...unknown })
    }
  })

  it('lets facilitators do what is theirs', async () => {
    const device = actors.get('facilitator') as Device // set up above
    for (const [route, { who }] of memberRoutes) {
      if (who !== 'facilitators' || route.includes('/links') || route.startsWith('DELETE')) continue
      const { status, body } = await ask(device, route)
      // Some are refused for other reasons (nothing to close, another text); none as if there were nothing, none as malformed.
      expect(`${route} ${body?.code ?? status}`).not.toMatch(/request\/(not-found|invalid)/)
    }
  })
})
