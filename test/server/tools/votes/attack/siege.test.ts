import Sqlite from 'better-sqlite3'
import type { PRNG } from 'lib0/prng'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseFile, openStore } from '../../../../../server/storage/database'
import { brokenLedgerRow } from '../../../../../server/storage/hash-chain'
import { toolMigrations } from '../../../../../server/tools/migrations'
import { BoardWriter, keepWriting } from '../../../../support/board-writers'
import { BuiltServer } from '../../../../support/built-server'
import { figures, quantile } from '../../../../support/figures'
import { HttpLine } from '../../../../support/http-line'
import { oneOf, seeded } from '../../../../support/seeded'
import type { Connection } from '../../../../support/server'
import { size } from '../../../../support/sizes'
import { openVote } from '../../../../support/votes'
import { complaints, takenBallots } from './judge'
import { recount } from './recount'
import { isWithin } from './rules-by-hand'
import { attackedMethods, besiege, type Ground, type Siege } from './siege'
import { letInTwice, openScene, tryUsedLinks } from './voters'

const casts = size(20_000, 1_000_000)
const people = 30
const castsPerRound = 1_000
const roundsPerWorkshop = 10
const env = { LIMIT_CLOSE_GRACE_MS: '300', LIMIT_BAD_SECRETS_PER_MINUTE: '1000000' }

const refusals = new Map<string, number>()
let server: BuiltServer
let line: HttpLine
let connections: Set<Connection>

beforeAll(async () => {
  server = await BuiltServer.start(env)
})
beforeEach(() => {
  line = new HttpLine(server.origin)
  connections = new Set()
})
afterEach(() => {
  for (const connection of connections) connection.destroy()
  line.close()
})
afterAll(() => server.remove())

async function openGround(): Promise<Ground> {
  const scene = await openScene(server.origin)
  const voters = await Promise.all(Array.from({ length: people }, (_, index) => letInTwice(scene, `Voter ${index}`, connections)))
  const decoy = await openVote(scene)
  const elsewhere = (await openScene(server.origin)).workshopId
  return { scene, line, connections, elsewhere, decoyId: decoy.roundId, foreign: decoy.options, voters }
}

/** Some of the people type notes all the time. */
async function keepTyping({ scene, voters }: Ground, writers: number): Promise<() => void> {
  const typists = voters
    .slice(0, writers)
    .map(({ id, devices: [phone] }) => new BoardWriter(phone.connect(`${scene.workshopId}/board`), id))
  await Promise.all(typists.map(({ connection }) => connection.synced()))
  return keepWriting(typists, 50)
}

/** What the judge and an independent count have against a round, and against what the database keeps of it. */
async function wrongs({ scene }: Ground, siege: Siege, onDisk: Sqlite.Database): Promise<readonly string[]> {
  const { terms, secret, shots, removed, roundId } = siege
  const taken = takenBallots(shots)
  const last = [...taken].flatMap(([who, own]) => (removed.has(who) ? [] : [{ who, ...own.get(own.size)?.answer.body }]))
  const counted = last.filter(({ allocation }) => Object.keys(allocation ?? {}).length > 0)
  const { body } = await scene.host.get(siege.path)
  const places = recount(
    terms,
    counted.map(({ allocation }) => allocation),
  )
  const said = (body.result.options as { id: string }[]).map((option) => [option.id, option] as const)
  expect(Object.fromEntries(said)).toMatchObject(places)
  expect(body.result.voters).toBe(counted.length)
  expect(body.turnout.begun).toBe(last.length)
  expect(body.turnout.done).toBe(last.filter(({ done }) => done).length)
  if (secret) {
    const byReceipt = (a: { receipt: string }, b: { receipt: string }) => (a.receipt < b.receipt ? -1 : 1)
    expect(body.result.published).toEqual(counted.map(({ receipt, allocation }) => ({ receipt, allocation })).sort(byReceipt))
  } else {
    const byPerson = (a: { participantId: string }, b: { participantId: string }) => (a.participantId < b.participantId ? -1 : 1)
    const named = counted.map(({ who, allocation }) => ({ participantId: who, allocation })).sort(byPerson)
    expect([...body.result.ballots].sort(byPerson)).toEqual(named)
  }
  expect((await scene.host.get(siege.path)).body).toEqual(body)
  const rows = onDisk.prepare('select participant_id, version from ballots where round_id = ?').all(roundId)
  const versions = (entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry)).sort()
  expect(versions(rows)).toEqual(versions([...taken].map(([participant_id, own]) => ({ participant_id, version: own.size }))))
  const entry = `select payload ->> 'participantId' as who, payload ->> 'version' as version from ledger where kind = 'vote/cast' and payload ->> 'roundId' = ?`
  const everyVersion = [...taken].flatMap(([who, own]) => [...own.keys()].map((version) => ({ who, version })))
  expect(versions(onDisk.prepare(entry).all(roundId))).toEqual(versions(everyVersion))
  return complaints(shots, terms, secret, siege)
}

/** Looks at every ballot on disk again and again: none is over its budget at any moment. */
class Watch {
  looks = 0
  readonly over: string[] = []
  readonly #looking: NodeJS.Timeout
  readonly #ballots: Sqlite.Statement

  constructor(onDisk: Sqlite.Database, workshopId: string) {
    const columns = 'select terms, choice from ballots join rounds on rounds.id = round_id'
    this.#ballots = onDisk.prepare(`${columns} where workshop_id = ? and state <> 'closed' and choice is not null`).bind(workshopId)
    this.#looking = setInterval(() => this.#look(), 200)
  }

  stop(): void {
    clearInterval(this.#looking)
  }

  #look(): void {
    this.looks += 1
    for (const { terms, choice } of this.#ballots.all() as { terms: string; choice: string }[]) {
      const { method, dots, maxPerOption: cap, options } = JSON.parse(terms)
      const known = (options as { id: string }[]).map(({ id }) => id)
      if (!isWithin({ method, dots, cap, options: known }, JSON.parse(choice).allocation)) this.over.push(`${terms}: ${choice}`)
    }
  }
}

async function hold(ground: Ground, rounds: number, random: PRNG): Promise<{ tookMs: number[]; shots: number; taken: number }> {
  const onDisk = new Sqlite(databaseFile(server.dataDir), { readonly: true })
  const watch = new Watch(onDisk, ground.scene.workshopId)
  const sum = { tookMs: [] as number[], shots: 0, taken: 0 }
  try {
    for (let round = 0; round < rounds; round++) {
      const method = attackedMethods[round % attackedMethods.length] ?? 'dots'
      const siege = await besiege(ground, method, round % 2 === 0, castsPerRound, random)
      const wrong = await wrongs(ground, siege, onDisk)
      expect(wrong.slice(0, 5), `${wrong.length} of ${siege.shots.length} answers`).toEqual([])
      for (const { answer } of siege.shots)
        if (answer.status !== 200) refusals.set(answer.body.code, (refusals.get(answer.body.code) ?? 0) + 1)
      sum.tookMs.push(...siege.tookMs)
      sum.shots += siege.shots.length
      for (const own of takenBallots(siege.shots).values()) sum.taken += own.size
    }
    const used = await tryUsedLinks(ground.scene, oneOf(random, ground.voters))
    expect(used.map(({ body }) => body.code)).toEqual(used.map(() => 'join/unknown-link'))
    expect(onDisk.prepare('select * from ballots where round_id = ?').all(ground.decoyId)).toEqual([])
    expect(watch.over).toEqual([])
    expect(watch.looks).toBeGreaterThan(rounds)
  } finally {
    watch.stop()
    onDisk.close()
  }
  return sum
}

describe.each([
  ['a quiet server', 0],
  ['a loaded server', 6],
])('T12 on %s', (name, writers) => {
  it(`[VOTES-73] ${casts / 2} casts of ${people} people on two devices: none over budget, none lost, nothing changed after a close`, {
    timeout: casts * 60,
  }, async () => {
    await seeded(async (random) => {
      const startMs = performance.now()
      const all = { tookMs: [] as number[], shots: 0, taken: 0 }
      while (all.shots < casts / 2) {
        const ground = await openGround()
        const stopTyping = await keepTyping(ground, writers)
        const { tookMs, shots, taken } = await hold(ground, roundsPerWorkshop, random)
        stopTyping()
        all.tookMs = all.tookMs.concat(tookMs).slice(-100_000)
        all.shots += shots
        all.taken += taken
      }
      const seconds = (performance.now() - startMs) / 1_000
      figures(`T12 on ${name}`, {
        casts: all.shots,
        accepted: all.taken,
        'casts a second': all.shots / seconds,
        'p95 ms': quantile(all.tookMs, 0.95),
        seconds,
      })
    })
  })
})

describe('after the attack', () => {
  it('[VOTES-76] every kind of refusal was met, each with its code and a sentence', () => {
    const met = ['closed', 'stale', 'key-reused', 'over-budget', 'over-cap', 'unknown-option', 'bad-value'].map((code) => `vote/${code}`)
    expect([...refusals.keys()].sort()).toEqual(
      [...met, 'request/invalid', 'request/not-found', 'request/not-json', 'request/wrong-origin'].sort(),
    )
    figures('Refusals', Object.fromEntries(refusals))
  })

  it('[VOTES-73] the chain of every workshop is whole', async () => {
    await server.halt()
    const store = await openStore(server.dataDir, toolMigrations)
    try {
      const workshops = await store.reading.selectFrom('workshops').select('id').execute()
      for (const { id } of workshops) expect(await brokenLedgerRow(store.reading, id)).toBeUndefined()
    } finally {
      await store.close()
    }
  })
})
