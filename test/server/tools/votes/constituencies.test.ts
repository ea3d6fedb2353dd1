import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreementOf } from '../../../../server/tools/votes/agreement-of'
import { dissentOn } from '../../../../server/tools/votes/dissenters'
import type { Actor } from '../../../../shared/access/actor'
import { partners } from '../../../../shared/tools/partners/collections'
import { addPartner } from '../../../../shared/tools/partners/commands'
import { emptySeats } from '../../../../shared/tools/partners/empty-seats'
import { seatRules } from '../../../../shared/tools/partners/recommended-team'
import { verify } from '../../../../shared/tools/votes/verify/verify'
import { type AskedWording, askedWording } from '../../../support/asked-wording'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../../support/server'
import { openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

const dayMs = 24 * 60 * 60 * 1000
const patienceMs = 20_000
const employers = { by: 'sector', name: 'Employers' }

let server: TestServer
let workshop: OpenedWorkshop
let wording: AskedWording

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50', LIMIT_WORKSHOPS_PER_HOUR: '1000' } })
})
afterAll(() => server.close())
beforeEach(async () => {
  workshop = await server.openWorkshop()
  wording = await askedWording(workshop, 'By 2030 every adult finds one door.')
})

function path(rest: string): string {
  return `/api/workshops/${workshop.workshopId}${rest}`
}

/** Somebody of a sector. */
async function one(sector: string, name: string): Promise<Voter> {
  const device = server.device()
  const joined = await device.post(path('/join'), { code: workshop.joinCode, name, sector })
  return Object.assign(device, { participantId: String(joined.body.participantId) })
}

async function many(sector: string, count: number): Promise<Voter[]> {
  const people: Voter[] = []
  for (let place = 0; place < count; place += 1) people.push(await one(sector, `${sector} ${place}`))
  return people
}

/** A check on the wording as it is, by gradients and open unless it is said otherwise. */
function check(wish: Record<string, unknown> = {}): Promise<VoteUnderTest> {
  const rule = { required: [employers] }
  return wording.check({ question: 'How far do you agree?', method: 'gradients', secret: false, rule, ...wish })
}

async function lateOf(first: VoteUnderTest): Promise<VoteUnderTest> {
  const { question, method } = (await first.read()).body
  const body = { question, method, after: { roundId: first.roundId, as: 'late' }, untilMs: Date.now() + dayMs }
  return openVote(workshop, { ...body, options: undefined, dots: undefined, maxPerOption: undefined })
}

async function answerAll(
  round: VoteUnderTest,
  people: readonly Voter[],
  answers: readonly (number | string)[],
  hash: string,
): Promise<void> {
  for (const [place, person] of people.entries()) {
    expect((await round.answer(person, answers[place % answers.length] ?? 1, { textHash: hash })).status).toBe(200)
  }
}

async function standing(): ReturnType<typeof agreementOf> {
  return agreementOf(server.app.context.db, {
    workshopId: workshop.workshopId,
    draftId: wording.draftId,
    textHash: await wording.textHash(),
  })
}

async function checked(round: VoteUnderTest) {
  const { body } = await workshop.host.get(`${round.path}/export`)
  return verify(JSON.stringify(body))
}

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

describe('a check that needs constituencies', () => {
  it('[VOTES-120] has them in its rule, fixed with everything else, and only a check has', async () => {
    const round = await check()
    const { rule, termsHash } = (await round.read()).body
    expect([rule.required, typeof termsHash]).toEqual([[employers], 'string'])
    const plain = await workshop.host.post(path('/rounds'), {
      question: 'Where first?',
      method: 'dots',
      options: [{ label: 'A' }, { label: 'B' }],
      rule: { required: [employers] },
    })
    expect(refusal(plain)).toEqual([422, 'vote/bad-setup'])
  })

  it('[VOTES-121] is not passed while one of them holds it up, and adopting reads why', { timeout: patienceMs }, async () => {
    const educators = await many('education', 6)
    const [works, mill] = await many('employers', 2)
    if (!works || !mill) throw new Error('nobody is there')
    const round = await check()
    const hash = await wording.textHash()
    await answerAll(round, educators, [1, 2], hash)
    await answerAll(round, [works], [2], hash)
    await answerAll(round, [mill], [3], hash)
    expect((await round.closed()).body.result.verdict).toMatchObject({
      passed: true,
      required: [{ ...employers, state: 'holds', least: 2, of: 2 }],
    })
    const again = await check()
    await answerAll(again, [...educators, works, mill], [1, 1, 1, 1, 1, 1, 6, 6], hash)
    expect((await again.closed()).body.result.verdict.passed).toBe(false)
    expect(await standing()).toMatchObject({
      passed: false,
      heldUpBy: ['employers'],
      verdict: expect.stringMatching(/^Not yet: employers \(0 of 2 at or above “Support with reservations”\)\. 8 of 8 people answered/),
    })
    expect(await checked(again)).toMatchObject({ holds: true })
  })

  it('[VOTES-123] in secret passes on nobody it cannot tell apart, and its export holds', { timeout: patienceMs }, async () => {
    const educators = await many('education', 5)
    const [works] = await many('employers', 1)
    if (!works) throw new Error('nobody is there')
    const round = await check({ secret: true })
    await answerAll(round, [...educators, works], [1], await wording.textHash())
    const { verdict } = (await round.closed()).body.result
    expect([verdict.passed, verdict.required]).toEqual([false, [{ ...employers, state: 'untold' }]])
    expect(await standing()).toMatchObject({ passed: false, heldUpBy: ['employers'] })
    expect(await checked(round)).toMatchObject({ holds: true })
  })

  it('[VOTES-132] fails its check when somebody makes a standing look better than the groups say', { timeout: patienceMs }, async () => {
    const people = [...(await many('education', 2)), ...(await many('employers', 2))]
    const round = await check()
    await answerAll(round, people, [1, 1, 6, 6], await wording.textHash())
    await round.closed()
    const { body } = await workshop.host.get(`${round.path}/export`)
    const altered = structuredClone(body)
    altered.result.verdict.required[0] = { ...employers, state: 'holds', least: 2, most: 2, of: 2 }
    const outcome = verify(JSON.stringify(altered))
    expect(outcome).toMatchObject({ state: 'checked', holds: false })
    expect(JSON.stringify(outcome)).toContain('“Employers” must agree, and stands differently')
  })
})

describe('a provisional check', () => {
  it('[VOTES-127] waits for whoever must agree and could not answer, and for empty seats that it was told to', {
    timeout: patienceMs,
  }, async () => {
    const board = workshop.host.connect(`${workshop.workshopId}/board`)
    await board.synced()
    const actor = { workshopId: workshop.workshopId, id: workshop.participantId, role: 'host' } as Actor // as the server named them
    addPartner(board.doc, actor, { name: 'Basin College', seats: [seatRules[0]?.anyOf[0] ?? ''] })
    await board.allSaved()
    const [seat = ''] = emptySeats(partners.all(board.doc), []).map(({ words }) => words)
    board.destroy()
    const people = await many('education', 2)
    const round = await check({ awaits: [seat] })
    await answerAll(round, people, [1], await wording.textHash())
    expect((await round.closed()).body.provisional).toEqual({ missing: [seat, 'employers'] })
    expect(await standing()).toMatchObject({ passed: false, verdict: expect.stringContaining(`nobody spoke for ${seat} and employers`) })
  })

  it('[VOTES-127] is none when somebody of them could have answered and did not', { timeout: patienceMs }, async () => {
    const people = await many('education', 2)
    await many('employers', 1)
    const round = await check()
    await answerAll(round, people, [1], await wording.textHash())
    const { body } = await round.closed()
    expect([body.provisional, body.result.verdict.required[0].state]).toEqual([undefined, 'silent'])
  })

  it('[VOTES-128] takes late answers on the text of the first, whatever has become of it, beside a new check', {
    timeout: patienceMs,
  }, async () => {
    const people = await many('education', 4)
    const first = await check()
    const hash = await wording.textHash()
    await answerAll(first, people, [1], hash)
    await first.closed()
    const late = await lateOf(first)
    const [works] = await many('employers', 1)
    if (!works) throw new Error('nobody is there')
    await wording.add('And nobody waits.')
    const present = await wording.textHash()
    expect(present).not.toBe(hash)
    expect((await works.get(path(`/texts/${hash}`))).body.text).toBe('By 2030 every adult finds one door.')
    expect(refusal(await late.answer(works, 2, { textHash: present }))).toEqual([409, 'draft/text-changed'])
    expect((await late.answer(works, 2, { textHash: hash })).status).toBe(200)
    if (people[0]) expect(refusal(await late.answer(people[0], 1, { textHash: hash }))).toEqual([403, 'vote/voted-before'])
    const next = await check()
    expect((await next.read()).body.state).toBe('open')
    await late.closed()
    expect((await first.read()).body.final).toMatchObject({
      voters: 5,
      together: { verdict: { passed: true, required: [{ ...employers, state: 'holds', least: 1, of: 1 }] } },
    })
  })

  it('[VOTES-144] takes the late answer of whoever’s answer had lapsed at the close, once and on the text of the first', {
    timeout: patienceMs,
  }, async () => {
    const people = await many('education', 3)
    const first = await check()
    await answerAll(first, people.slice(0, 1), [1], await wording.textHash())
    const hash = await wording.add('And nobody waits.')
    await answerAll(first, people.slice(1), [1], hash)
    await first.closed()
    const late = await lateOf(first)
    const [lapsed, counted] = people
    if (!lapsed || !counted) throw new Error('nobody is there')
    expect((await late.read(lapsed)).body.me.eligible).toBe(true)
    expect((await late.answer(lapsed, 2, { textHash: hash })).status).toBe(200)
    expect(refusal(await late.answer(counted, 1, { textHash: hash }))).toEqual([403, 'vote/voted-before'])
    await late.closed()
    expect((await first.read()).body.final).toMatchObject({ voters: 3, eligible: 3 })
  })

  it('[VOTES-128] goes on taking them when the wording is adopted meanwhile', { timeout: patienceMs }, async () => {
    const people = await many('education', 2)
    const first = await check()
    const hash = await wording.textHash()
    await answerAll(first, people, [1], hash)
    await first.closed()
    const late = await lateOf(first)
    const adopted = await workshop.host.post(path(`/drafts/${wording.draftId}/adopt`), {
      textHash: hash,
      override: { reason: 'We must publish today.' },
    })
    expect(adopted.status).toBe(200)
    expect((await late.read()).body.state).toBe('open')
  })

  it.each(['resonance', 'consent'] as const)('[VOTES-128] by %s is answered late too', { timeout: patienceMs }, async (method) => {
    const people = await many('education', 2)
    const first = await check({ method })
    const hash = await wording.textHash()
    const best = method === 'resonance' ? 'resonates' : 'consent'
    await answerAll(first, people, [best], hash)
    await first.closed()
    const late = await lateOf(first)
    await answerAll(late, await many('employers', 2), [best], hash)
    await late.closed()
    expect((await first.read()).body.final).toMatchObject({
      voters: 4,
      together: { levels: [{ people: 4 }, {}, {}], verdict: { passed: true } },
    })
    expect(await standing()).toMatchObject({ passed: true, answered: 4, eligible: 4 })
  })

  it('[VOTES-133] has not passed before it is final, and passes by the sum, which export and table say too', {
    timeout: patienceMs,
  }, async () => {
    const people = await many('education', 3)
    const first = await check()
    const hash = await wording.textHash()
    await answerAll(first, people, [1], hash)
    await first.closed()
    expect((await standing())?.passed).toBe(false)
    const late = await lateOf(first)
    await answerAll(late, await many('employers', 2), [2, 3], hash)
    await late.closed()
    expect(await standing()).toMatchObject({ passed: true, answered: 5, eligible: 5, missing: [] })
    expect(await checked(first)).toMatchObject({ holds: true })
    const sheet = await workshop.host.get(`${first.path}/export?format=csv`)
    expect(String(sheet.body)).toMatch(/Answer,People,Organisations,Late,Together/)
  })

  it.each([false, true])(
    '[DRAFTS-144] counts everybody by organisation in numbers that add up, late answers too (secret: %s)',
    {
      timeout: patienceMs,
    },
    async (secret) => {
      const people = await many('education', 4)
      const first = await check({ secret })
      const hash = await wording.textHash()
      await answerAll(first, people.slice(0, 3), [1], hash)
      const added = async () => {
        const { participation = [], eligible, answered } = (await standing()) ?? {}
        const sum = (of: 'eligible' | 'answered') => participation.reduce((total, part) => total + part[of], 0)
        expect([sum('eligible'), sum('answered')]).toEqual([eligible, answered])
        return [eligible, answered]
      }
      await first.closed()
      expect(await added()).toEqual([4, 3])
      const late = await lateOf(first)
      await answerAll(late, await many('employers', 3), [2], hash)
      await late.closed()
      await many('employers', 1)
      // Of the first four the one who was silent could answer late, and did not.
      expect(await added()).toEqual([7, 6])
    },
  )

  it('[VOTES-133] leaves those below the threshold among its own and its late answers their minority statement', {
    timeout: patienceMs,
  }, async () => {
    const people = await many('education', 3)
    const first = await check()
    const hash = await wording.textHash()
    await answerAll(first, people, [1, 2, 7], hash)
    await first.closed()
    const late = await lateOf(first)
    const absent = await many('employers', 2)
    await answerAll(late, absent, [2, 8], hash)
    await late.closed()
    const mayBegin = ({ participantId }: Voter) => [people[2], absent[1]].some((each) => each?.participantId === participantId)
    const dissent = await dissentOn(server.app.context.db, workshop.workshopId, wording.draftId)
    expect(dissent).toEqual({ isSecret: false, people: [...people, ...absent].filter(mayBegin).map(({ participantId }) => participantId) })
  })

  it('[VOTES-133] that stands without them passes no constituency that nobody spoke for', { timeout: patienceMs }, async () => {
    const people = await many('education', 3)
    const first = await check()
    await answerAll(first, people, [1], await wording.textHash())
    await first.closed()
    expect((await workshop.host.post(`${first.path}/settle`)).status).toBe(200)
    expect(await standing()).toMatchObject({ passed: false, heldUpBy: ['employers'] })
  })

  it('[VOTES-129] in secret is summed only where neither part can be worked out, and nothing of it stays', {
    timeout: patienceMs,
  }, async () => {
    const people = await many('education', 3)
    const first = await check({ secret: true })
    const hash = await wording.textHash()
    await answerAll(first, people, [1, 2, 2], hash)
    await first.closed()
    const kept = async () =>
      (await server.app.context.db.selectFrom('rounds').select('unlinked').where('id', '=', first.roundId).executeTakeFirstOrThrow())
        .unlinked
    expect(
      JSON.parse((await kept()) ?? '[]')
        .map(({ answer }: { answer: number }) => answer)
        .sort(),
    ).toEqual([1, 2, 2])
    const late = await lateOf(first)
    await answerAll(late, await many('employers', 3), [1, 2, 2], hash)
    await late.closed()
    const { final } = (await first.read()).body
    expect(final.together).toMatchObject({
      voters: 6,
      levels: [{ answer: 1, people: 2 }, { answer: 2, people: 4 }, {}, {}, {}, {}, {}, {}],
    })
    expect(final.together.verdict.passed).toBe(true)
    expect(await kept()).toBeNull()
    expect(await standing()).toMatchObject({ passed: true, answered: 6 })
    expect(await checked(first)).toMatchObject({ holds: true })
  })
})
