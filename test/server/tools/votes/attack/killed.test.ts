import { int32, type PRNG } from 'lib0/prng'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BuiltServer } from '../../../../support/built-server'
import { figures } from '../../../../support/figures'
import { HttpLine } from '../../../../support/http-line'
import { seeded } from '../../../../support/seeded'
import { until } from '../../../../support/server'
import { size } from '../../../../support/sizes'
import { openVote, type VoteUnderTest } from '../../../../support/votes'
import { recount } from './recount'
import { letInTwice, openScene, type Scene, type TwoDeviceVoter } from './voters'

const rounds = size(2, 40)
const people = 30
const units = 1_000_000
const patienceMs = 60_000

let server: BuiltServer
let line: HttpLine
let scene: Scene
let voters: readonly TwoDeviceVoter[]

beforeAll(async () => {
  server = await BuiltServer.start()
  line = new HttpLine(server.origin)
  scene = await openScene(server.origin)
  voters = await Promise.all(Array.from({ length: people }, (_, index) => letInTwice(scene, `Voter ${index}`)))
})
afterAll(async () => {
  line.close()
  await server.remove()
})

type Placed = Readonly<Record<string, number>>

/** A voter who casts again and again, each time something that nobody else ever casts. */
class Caster {
  /** What the server has said that it took last. */
  acknowledged: Placed = {}
  /** What it took or not: the line broke before it said so. */
  unanswered: { readonly text: string; readonly placed: Placed } | undefined
  #version = 0
  readonly #voter: TwoDeviceVoter
  readonly #vote: VoteUnderTest
  readonly #newNumber: () => number

  constructor(voter: TwoDeviceVoter, vote: VoteUnderTest, newNumber: () => number) {
    this.#voter = voter
    this.#vote = vote
    this.#newNumber = newNumber
  }

  /** Casts until the line breaks or voting has closed. */
  async keepCasting(): Promise<void> {
    while (await this.castOnce());
  }

  /** False when the line broke or voting has closed. */
  async castOnce(): Promise<boolean> {
    const number = this.#newNumber()
    const placed = { [this.#vote.options[number % 3] ?? '']: number }
    const text = JSON.stringify({ idempotencyKey: `key ${number}`, baseVersion: this.#version, allocation: placed, done: number % 2 === 0 })
    this.unanswered = { text, placed }
    return this.#send(text, placed)
  }

  /** Sends once more what was not answered, as a device does that is back on line: it counts once, before the break or now. */
  async sendAgain(): Promise<void> {
    const { unanswered } = this
    if (!unanswered) return
    expect(await this.#send(unanswered.text, unanswered.placed)).toBe(true)
  }

  /** What may be counted of this person: exactly one of these. */
  get candidates(): readonly Placed[] {
    return [this.acknowledged, ...(this.unanswered ? [this.unanswered.placed] : [])]
  }

  /** What the server has of this ballot is what it said it took, or what it had no time to answer. */
  async expectKept(): Promise<void> {
    const { me } = (await this.#vote.read(this.#voter.devices[1])).body
    expect([this.#version, this.#version + (this.unanswered ? 1 : 0)]).toContain(me.version)
    expect(me.allocation).toEqual(me.version === this.#version ? this.acknowledged : this.unanswered?.placed)
  }

  async #send(text: string, placed: Placed): Promise<boolean> {
    const answer = await line.put(`${this.#vote.path}/ballot`, this.#voter.devices[0].cookie, text).catch(() => undefined)
    if (!answer) return false
    this.unanswered = undefined
    if (answer.body.code === 'vote/closed') return false
    expect(answer.body).toMatchObject({ version: this.#version + 1, allocation: placed })
    this.#version = answer.body.version
    this.acknowledged = placed
    return true
  }
}

/** Kills the server in the middle of casting and starts it again. */
async function killWhile(casting: Promise<unknown>, afterMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await server.kill()
  await casting
  await server.restart()
}

async function holdRound(secret: boolean, random: PRNG): Promise<{ ballots: number; uncertain: number }> {
  const vote = await openVote(scene, { method: 'budget', dots: units, maxPerOption: units, secret })
  let number = 0
  const casters = voters.map((voter) => new Caster(voter, vote, () => ++number))
  const everybody = (act: (caster: Caster) => Promise<unknown>) => Promise.all(casters.map(act))
  await killWhile(
    everybody((caster) => caster.keepCasting()),
    int32(random, 300, 900),
  )
  await everybody((caster) => caster.expectKept())
  await everybody((caster) => caster.sendAgain())
  const casting = everybody((caster) => caster.keepCasting())
  expect((await vote.close()).body.state).toBe('closing')
  await killWhile(casting, int32(random, 0, 900))
  const uncertain = casters.filter(({ unanswered }) => unanswered).length
  await until(async () => (await vote.read()).body.state === 'closed', 'the count that nobody asked for again', patienceMs)
  const { result } = (await vote.read()).body
  const counted = (result.published ?? result.ballots).map(({ allocation }: { allocation: Placed }) => allocation) as readonly Placed[]
  const written = counted.map((placed) => JSON.stringify(placed))
  const found = casters.map(({ candidates }) => candidates.filter((placed) => written.includes(JSON.stringify(placed))).length)
  expect(found).toEqual(casters.map(() => 1))
  expect(counted).toHaveLength(people)
  const places = recount({ method: 'budget', options: vote.options }, counted)
  expect(Object.fromEntries((result.options as { id: string }[]).map((option) => [option.id, option]))).toMatchObject(places)
  expect(await casters[0]?.castOnce()).toBe(false)
  expect((await vote.read()).body.result).toEqual(result)
  return { ballots: number, uncertain }
}

describe(`a server that is killed in the middle of ${rounds} rounds`, () => {
  it('[VOTES-74] closes them by itself, has every ballot it acknowledged, and counts none it did not take', {
    timeout: rounds * 60_000,
  }, async () => {
    await seeded(async (random) => {
      let [ballots, uncertain] = [0, 0]
      for (let round = 0; round < rounds; round++) {
        const held = await holdRound(round % 2 === 0, random)
        ballots += held.ballots
        uncertain += held.uncertain
      }
      figures('Killed in the middle of a round', { rounds, kills: rounds * 2, ballots, 'not answered at the kill': uncertain, lost: 0 })
    })
  })
})
