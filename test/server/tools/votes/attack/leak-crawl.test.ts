import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { databaseFile } from '../../../../../server/storage/database'
import { BuiltServer } from '../../../../support/built-server'
import { figures } from '../../../../support/figures'
import { createDevice, type Device, until } from '../../../../support/server'
import { openVote, type VoteUnderTest } from '../../../../support/votes'
import { findsIn, lettersOf, linksIn, linksOfPart, linksOfRecord, type Needle, textsIn } from './needles'
import { addressesOf, type Route, routesOf, Spy } from './spy'
import { letInTwice, openScene, type Scene, type TwoDeviceVoter } from './voters'

const patienceMs = 60_000
const units = 1_000_000

let server: BuiltServer
let scene: Scene
let voters: readonly TwoDeviceVoter[]
let spies: readonly Spy[] = []
let routes: readonly Route[]
let draftId: string
let versionId: string
let textHash: string
/** A wording whose words change while it is being checked, and its texts. */
let changing: { readonly draftId: string; readonly hashes: string[] }
/** A wording whose check leaves concerns without authors. */
let doubted: { readonly draftId: string; readonly textHash: string }
let published: string
/** Rounds by what they are about to show. */
let rounds: Readonly<Record<'open' | 'secret' | 'reasons' | 'fewReasons' | 'concerns' | 'two', VoteUnderTest>>
/** What must stay with its owner for ever, and what may be known after the close but never whose it was. */
const never: Needle[] = []
const unlinked: Needle[] = []
/** Known to all, but never beside their owner: the text that somebody contested, and that an answer is for any wording. */
const tied: Needle[] = []
/** Known to all once the open round is closed. */
const untilClosed: Needle[] = []
/** By round, person and the version that a ballot was made from. */
const receiptIn = new Map<string, string>()
let asked = 0
/** Routes that somebody got something from. */
const answered = new Set<string>()
let number = 300_000

beforeAll(async () => {
  server = await BuiltServer.start({
    LIMIT_CLOSE_GRACE_MS: '200',
    LIMIT_OPEN_ROUNDS: '6',
    LIMIT_EXPORTS_PER_WORKSHOP: '50',
    LOG_LEVEL: 'trace',
  })
  scene = await openScene(server.origin)
  voters = await Promise.all(Array.from({ length: 6 }, (_, index) => letInTwice(scene, `Quilla${index} Voter`)))
  const at = `/api/workshops/${scene.workshopId}`
  const file = { format: 'markdown', text: 'One door for every learner.' }
  draftId = (await scene.host.post(`${at}/drafts/import`, { target: { kind: 'vision', title: 'Vision' }, file })).body.draftId
  versionId = (await scene.host.post(`${at}/drafts/${draftId}/versions`, { name: 'First' })).body.versionId
  textHash = (await scene.host.get(`${at}/drafts/${draftId}`)).body.textHash
  const other = (await scene.host.post(`${at}/drafts/import`, { target: { kind: 'mission', title: 'Mission' }, file })).body.draftId
  changing = { draftId: other, hashes: [textHash] }
  const value_ = { format: 'markdown', text: 'We open doors together.' }
  const second = (await scene.host.post(`${at}/drafts/import`, { target: { kind: 'value', title: 'Openness' }, file: value_ })).body.draftId
  doubted = { draftId: second, textHash: (await scene.host.get(`${at}/drafts/${second}`)).body.textHash }
  published = await publishSomething()
  spies = await everybody()
  routes = await routesOf(scene.host)
  const budget = { method: 'budget', dots: units, maxPerOption: units }
  const gradients = { method: 'gradients', options: undefined, dots: undefined, maxPerOption: undefined }
  rounds = {
    open: await openVote(scene, { ...budget, secret: false }),
    secret: await openVote(scene, budget),
    two: await openVote(scene, budget),
    reasons: await openVote(scene, { ...gradients, subject: { draftId: other, textHash } }),
    fewReasons: await openVote(scene, { ...gradients, subject: { draftId, textHash } }),
    concerns: await openVote(scene, { ...gradients, subject: doubted }),
  }
  await castEverything()
  await changeTheWords()
  await until(() => spies.every((spy) => spy.isSettled()), 'every document or its refusal', patienceMs)
}, patienceMs)
afterAll(async () => {
  for (const spy of spies) spy.close()
  await server.remove()
})

/** An adopted goal on a public page. */
async function publishSomething(): Promise<string> {
  const at = `/api/workshops/${scene.workshopId}`
  const file = { format: 'markdown', text: 'One door by March.' }
  const goal = await scene.host.post(`${at}/drafts/import`, { target: { kind: 'goal', title: 'One door' }, file })
  const { body } = await scene.host.get(`${at}/drafts/${goal.body.draftId}`)
  const override = { reason: 'Agreed aloud.' }
  await scene.host.post(`${at}/drafts/${goal.body.draftId}/adopt`, { textHash: body.textHash, override })
  const page = await scene.host.post(`${at}/publish`)
  if (page.status !== 201) throw new Error(`nothing was published: ${JSON.stringify(page.body)}`)
  return new URL(page.body.url).pathname
}

/** One of every kind of person there is, each with every document open that the server names, and one that is not theirs. */
async function everybody(): Promise<readonly Spy[]> {
  const at = `/api/workshops/${scene.workshopId}`
  const newcomer = async (who: string, change?: Record<string, unknown>) => {
    const { id, devices } = await letInTwice(scene, who)
    const spy = new Spy(who, devices[0], id)
    spy.listen(await roomsOf(spy.device))
    if (change) await scene.host.patch(`${at}/participants/${id}`, change)
    return spy
  }
  const others = [
    await newcomer('a facilitator', { role: 'facilitator' }),
    await newcomer('a contributor'),
    await newcomer('a voter', { role: 'voter' }),
    await newcomer('an observer', { role: 'observer' }),
    await newcomer('somebody removed', { removed: true }),
  ]
  const within = [new Spy('the host', scene.host), ...voters.map(({ id, devices: [phone] }) => new Spy(`voter ${id}`, phone, id))]
  for (const spy of within) spy.listen(await roomsOf(spy.device))
  const without = [new Spy('an outsider', createDevice(server.origin)), new Spy('a foreign host', (await openScene(server.origin)).host)]
  for (const spy of without) spy.listen(await roomsOf(scene.host))
  for (const spy of others) spy.listen([`${scene.workshopId}/private/${voters[0]?.id}`])
  return [...others, ...within, ...without]
}

async function roomsOf(device: Device): Promise<readonly string[]> {
  return ((await device.get(`/api/workshops/${scene.workshopId}`)).body.rooms as { name: string }[]).map(({ name }) => name)
}

/** Everybody casts twice in every round, the second time over the first. */
async function castEverything(): Promise<void> {
  const totals = new Map<string, number>()
  for (const [index, voter] of voters.entries()) {
    for (const vote of [rounds.open, rounds.secret, ...(index < 2 ? [rounds.two] : [])]) {
      const [first, last] = [newAllocation(vote), newAllocation(vote)]
      await castMarked(vote, voter, { allocation: first }, 0, never)
      await castMarked(vote, voter, { allocation: last, done: true }, 1, lastingOf(vote))
      for (const [option, amount] of Object.entries(last)) {
        const before = totals.get(option) ?? 0
        totals.set(option, before + amount)
        const count = { owner: 'all', name: 'all', what: 'a hidden count', value: before + amount, secret: vote !== rounds.open }
        if (before > 0) (vote === rounds.two ? never : untilClosed).push(count)
      }
    }
    for (const vote of [rounds.reasons, rounds.concerns, ...(index < 4 ? [rounds.fewReasons] : [])]) {
      const isSpirit = vote === rounds.reasons && index >= 4
      const hash = vote === rounds.concerns ? doubted.textHash : textHash
      const said = { textHash: hash, ...(isSpirit ? { binding: 'spirit' as const } : {}) }
      const answer = vote === rounds.concerns ? 7 : 4
      await castMarked(vote, voter, { answer: answer - 1, reason: `MARKER-first-${vote.roundId}-${index}`, ...said }, 0, never)
      await castMarked(vote, voter, { answer, reason: `MARKER-last-${vote.roundId}-${index}`, ...said }, 1, lastingOf(vote))
      if (isSpirit) tied.push({ owner: voter.id, name: voter.name, what: 'what an answer is for', value: 'spirit', secret: true })
    }
  }
}

/** The words of a secret check change, which is marked as no change of sense; two contest it, and one of them answers again. */
async function changeTheWords(): Promise<void> {
  const { draftId: id, hashes } = changing
  const connection = scene.host.connect(`${scene.workshopId}/draft/${id}`)
  await connection.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('And for every apprentice.')])
  connection.doc.getXmlFragment('body').push([paragraph])
  await connection.allSaved()
  connection.destroy()
  const to = String((await scene.host.get(`/api/workshops/${scene.workshopId}/drafts/${id}`)).body.textHash)
  const { path, roundId } = rounds.reasons
  expect((await scene.host.post(`${path}/sense`, { from: textHash, to })).status).toBe(200)
  for (const [index, voter] of voters.slice(0, 2).entries()) {
    expect((await voter.devices[0].post(`${path}/contest`, { textHash: to })).status).toBe(200)
    tied.push({ owner: voter.id, name: voter.name, what: 'a contest', value: to, secret: true })
    // What has lapsed is said by nobody; what is replaced goes with its receipt.
    const gone = [`MARKER-last-${roundId}-${index}`, ...(index === 1 ? [receiptIn.get(`${roundId} ${voter.id} 1`)] : [])]
    for (const needle of unlinked.filter(({ value }) => gone.includes(String(value))))
      never.push(...unlinked.splice(unlinked.indexOf(needle), 1))
  }
  const [, renewing] = voters
  if (renewing) await castMarked(rounds.reasons, renewing, { answer: 5, reason: 'MARKER-renewed', textHash: to }, 2, unlinked)
  hashes.push(to)
  await until(async () => (await scene.host.get(path)).body.lapsed?.people === 1, 'the answer that must be renewed', patienceMs)
}

function newAllocation({ options }: VoteUnderTest): Readonly<Record<string, number>> {
  const amount = () => (number += 1_009 + ((number * 7) % 997))
  return { [options[0] ?? '']: amount(), [options[1] ?? '']: amount() }
}

/** Where a ballot belongs that stands at the close. */
function lastingOf(vote: VoteUnderTest): Needle[] {
  if (vote === rounds.open) return untilClosed
  return vote === rounds.secret || vote === rounds.reasons || vote === rounds.concerns ? unlinked : never
}

interface Said {
  readonly allocation?: Readonly<Record<string, number>>
  readonly answer?: number
  readonly reason?: string
  readonly textHash?: string
  readonly binding?: 'spirit'
  readonly done?: boolean
}

async function castMarked(vote: VoteUnderTest, voter: TwoDeviceVoter, said: Said, baseVersion: number, needles: Needle[]): Promise<void> {
  const { id, name, devices } = voter
  const key = `KEY-${vote.roundId}-${id}-${baseVersion}`
  const { status, body } = await devices[0].put(`${vote.path}/ballot`, { idempotencyKey: key, baseVersion, ...said })
  expect({ status, body }).toMatchObject({ status: 200 })
  const mark = (what: string, value: string | number): Needle => ({ owner: id, name, what, value, secret: vote !== rounds.open })
  receiptIn.set(`${vote.roundId} ${id} ${baseVersion}`, body.receipt)
  needles.push(mark('a receipt', body.receipt), ...Object.values(said.allocation ?? {}).map((amount) => mark('an amount', amount)))
  if (said.reason) needles.push(mark('a reason', said.reason))
  if (body.concernKey) never.push(mark('a concern’s key', body.concernKey))
  never.push(mark('a request number', key))
}

/** Everything that anybody can ask for, asked for by everybody. */
async function crawl(look: (text: string, own: string) => readonly string[]): Promise<readonly string[]> {
  const values = {
    id: [scene.workshopId],
    draftId: [draftId, changing.draftId, doubted.draftId],
    versionId: [versionId],
    roundId: Object.values(rounds).map(({ roundId }) => roundId),
    textHash: changing.hashes,
  }
  const pages = ['/', `/w/${scene.workshopId}`, published, '/healthz', '/readyz', '/metrics', '/api/openapi.json']
  const asks = pages.map((page) => ({ route: page, address: page }))
  for (const route of routes) asks.push(...addressesOf(route, values).map((address) => ({ route: route.path, address })))
  const found: string[] = []
  for (const { who, device, id } of spies) {
    for (const { route, address } of asks) {
      // The same for all who may have it, and slow to make.
      if (/document\.(docx|pdf)|archive/.test(address) && who !== 'the host' && who !== 'an observer') continue
      const response = await fetch(server.origin + address, { headers: { cookie: device.cookie } })
      const headers = [...response.headers].filter(([name]) => name !== 'content-length')
      const texts = [...(await textsIn(new Uint8Array(await response.arrayBuffer()))), JSON.stringify(headers)]
      found.push(...texts.flatMap((text) => look(text, id)).map((find) => `${find} to ${who} at ${address}`))
      asked += 1
      if (response.status === 200) answered.add(route)
    }
  }
  return found.slice(0, 10)
}

/** An own ballot says what it is for and what its owner contested. */
function tiedBesides(own: string): readonly Needle[] {
  return tied.filter(({ owner }) => owner !== own)
}

function heardBy(needles: readonly Needle[]): readonly string[] {
  return spies.flatMap((spy) => findsIn(spy.heard(), needles).map((find) => `${find} in what ${spy.who} heard`))
}

/** As much of a record as a concern is looked for in. */
interface Stored {
  readonly concerns?: Readonly<Record<string, { readonly words?: string; readonly authorId?: string }>>
}

describe('T13 a marker in every ballot and hidden count', () => {
  it(
    '[VOTES-75] is found nowhere before the close, but by its owner',
    async () => {
      const hidden = [...never, ...unlinked, ...untilClosed]
      expect(hidden.length).toBeGreaterThan(100)
      expect(spies.reduce((sum, spy) => sum + spy.frameCount, 0)).toBeGreaterThan(spies.length * 5)
      expect(heardBy(hidden)).toEqual([])
      expect(await crawl((text, own) => [...findsIn(text, hidden, own), ...linksIn(text, tiedBesides(own))])).toEqual([])
      expect(findsIn(server.printed, hidden)).toEqual([])
      expect(linksIn(server.printed, tied)).toEqual([])
      expect(spies.flatMap((spy) => spy.stores().flatMap((store) => linksOfRecord(store, tied)))).toEqual([])
      // The search itself finds what is there.
      const own = await voters[0]?.devices[1].get(rounds.secret.path)
      expect(findsIn(JSON.stringify(own?.body), hidden).length).toBeGreaterThan(1)
    },
    2 * patienceMs,
  )

  it(
    '[VOTES-75] is nowhere beside its owner after the close, and nowhere at all where it was replaced or too few voted',
    async () => {
      for (const vote of Object.values(rounds)) await vote.closed()
      const isClosed = (spy: Spy) => spy.stores().some((store) => JSON.stringify(store).split('"state":"closed"').length === 7)
      await until(() => spies.filter(({ who }) => who.startsWith('voter')).every(isClosed), 'six closed rounds with everybody', patienceMs)
      expect(heardBy(never)).toEqual([])
      const linked = [...unlinked, ...tied]
      expect(spies.flatMap((spy) => spy.stores().flatMap((store) => linksOfRecord(store, linked)))).toEqual([])
      expect(await crawl((text, own) => [...findsIn(text, never, own), ...linksIn(text, linked)])).toEqual([])
      expect(linksIn(server.printed, tied)).toEqual([])
      expect(findsIn(server.printed, [...never, ...unlinked, ...untilClosed])).toEqual([])
      const { body } = await scene.host.get(rounds.reasons.path)
      expect(findsIn(JSON.stringify(body), unlinked).length).toBeGreaterThan(6)
      // Concerns are there to be read, in everybody's record, and lead to nobody.
      const concerns = spies.flatMap((spy) => spy.stores()).flatMap((store) => Object.values((store as Stored).concerns ?? {}))
      expect(concerns.length).toBeGreaterThanOrEqual(6 * voters.length)
      expect(concerns.filter(({ words, authorId }) => authorId !== undefined || !words?.startsWith('MARKER-'))).toEqual([])
      figures('T13', { people: spies.length, markers: never.length + unlinked.length + untilClosed.length, 'answers searched': asked })
    },
    2 * patienceMs,
  )

  it('[VOTES-75] is in no live table of the database beside its owner, and where it must be forgotten in none of its bytes', async () => {
    await server.halt()
    const database = new Sqlite(databaseFile(server.dataDir), { readonly: true })
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    const rows = tables.flatMap((table) => database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[])
    database.close()
    const texts = rows.map((row) => Object.values(row).filter((value) => typeof value === 'string'))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.flatMap((row) => linksOfPart(JSON.stringify(row), [...unlinked, ...tied]))).toEqual([])
    const everything = readdirSync(server.dataDir).map((file) => lettersOf(readFileSync(path.join(server.dataDir, file))))
    expect(
      everything.flatMap((bytes) =>
        findsIn(
          bytes,
          never.filter(({ secret }) => secret),
        ),
      ),
    ).toEqual([])
  })
})
