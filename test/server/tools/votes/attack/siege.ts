import { create, int32, type PRNG } from 'lib0/prng'
import type { HttpLine } from '../../../../support/http-line'
import { happens, oneOf } from '../../../../support/seeded'
import { type Connection, type Device, until } from '../../../../support/server'
import { openVote } from '../../../../support/votes'
import type { Shot, Since } from './judge'
import { drawMove, type Move } from './moves'
import { readCast, type Terms } from './rules-by-hand'
import { letInTwice, type Scene, type TwoDeviceVoter } from './voters'

/** Everything that happened to one round, for the judge. */
export interface Siege {
  readonly roundId: string
  readonly path: string
  readonly terms: Terms
  readonly secret: boolean
  readonly shots: readonly Shot[]
  readonly closed: Since
  readonly out: ReadonlyMap<string, Since>
  /** Their ballots do not count. */
  readonly removed: ReadonlySet<string>
  /** Milliseconds of every answer. */
  readonly tookMs: readonly number[]
}

/** What stays the same from round to round. */
export interface Ground {
  readonly scene: Scene
  readonly line: HttpLine
  readonly connections: Set<Connection>
  /** Another workshop of the server. */
  readonly elsewhere: string
  /** A round that stays open all the time and gets no ballots, and its options. */
  readonly decoyId: string
  readonly foreign: readonly string[]
  /** Replaced one by one as they are removed. */
  readonly voters: TwoDeviceVoter[]
}

const patienceMs = 60_000
const burstSizes = [1, 1, 1, 1, 2, 4]
const byMethod: Readonly<Record<Terms['method'], (options: number) => { readonly dots: number; readonly cap: number }>> = {
  dots: () => ({ dots: 5, cap: 3 }),
  approval: (options) => ({ dots: options, cap: 1 }),
  score: (options) => ({ dots: options * 5, cap: 5 }),
  rank: (options) => ({ dots: 0, cap: options }),
  majority: () => ({ dots: 1, cap: 1 }),
  budget: () => ({ dots: 1_000, cap: 700 }),
  matrix: () => ({ dots: 0, cap: 99 }),
}
export const attackedMethods = Object.keys(byMethod) as readonly Terms['method'][]

/** Holds a round from opening to close while everybody casts at it from both devices, and once more after the close. */
export async function besiege(ground: Ground, method: Terms['method'], secret: boolean, casts: number, random: PRNG): Promise<Siege> {
  const { scene, voters } = ground
  const options = Array.from({ length: 6 }, (_, index) => ({ label: `Option ${index}` }))
  const { dots, cap } = byMethod[method](options.length)
  const given = method === 'dots' || method === 'budget' ? { dots, maxPerOption: cap } : { dots: undefined, maxPerOption: undefined }
  const vote = await openVote(scene, { method, options, secret, ...given })
  const terms = { method, dots, cap, options: vote.options }
  const field = new Field(ground, vote.path, terms)
  const attack = (from: TwoDeviceVoter[], share: number) => {
    const each = Math.ceil((casts * share) / (from.length * 2))
    return Promise.all(from.flatMap((voter) => voter.devices.map((device) => field.shoot(voter, device, each, newRandom(random)))))
  }
  const [removed, demoted] = [voters[int32(random, 0, 14)], voters[int32(random, 15, 29)]]
  if (!removed || !demoted) throw new Error('nobody to send away')
  await attack(voters, 0.4)
  const session = removed.devices[1].connect(`${scene.workshopId}/record`)
  await session.synced()
  const running = attack(voters, 0.4)
  const out = new Map([
    [demoted.id, await field.during(() => change(scene, demoted, { role: 'observer' }))],
    [removed.id, await field.during(() => change(scene, removed, { removed: true }))],
  ])
  await until(() => session.closed !== undefined, 'the removed person’s socket to close', patienceMs)
  session.destroy()
  await running
  const closing = attack(voters, 0.15)
  const closed = await field.during(async () => {
    await vote.closed()
  })
  await closing
  await attack(voters, 0.05)
  await change(scene, demoted, { role: 'contributor' })
  voters[voters.indexOf(removed)] = await letInTwice(scene, 'Newcomer', ground.connections)
  const { shots, tookMs } = field
  return { roundId: vote.roundId, path: vote.path, terms, secret, shots, closed, out, removed: new Set([removed.id]), tookMs }
}

/** Where casts land, with the one count of moments. */
class Field {
  readonly shots: Shot[] = []
  readonly tookMs: number[] = []
  readonly #ground: Ground
  readonly #path: string
  readonly #terms: Terms
  readonly #known = new Map<Device, number>()
  readonly #sent = new Map<string, string[]>()
  readonly #receipts: string[] = []
  #moment = 0
  #keys = 0

  constructor(ground: Ground, path: string, terms: Terms) {
    this.#ground = ground
    this.#path = path
    this.#terms = terms
  }

  /** Sends so many casts from a device, several at once. */
  async shoot(voter: TwoDeviceVoter, device: Device, casts: number, random: PRNG): Promise<void> {
    for (let left = casts; left > 0; ) {
      const burst = Array.from({ length: oneOf(random, burstSizes) }, () => this.#draw(voter, device, random))
      const shots = burst.flatMap((move) => Array.from({ length: move.times ?? 1 }, () => move)).slice(0, left)
      left -= shots.length
      await Promise.all(shots.map((move) => this.#fire(voter, device, move)))
    }
  }

  /** When something began and when it was done. */
  async during(act: () => Promise<void>): Promise<Since> {
    const asked = this.#moment++
    await act()
    return { asked, done: this.#moment++ }
  }

  #draw(voter: TwoDeviceVoter, device: Device, random: PRNG): Move {
    const others = this.#sent.get(this.#ground.voters[int32(random, 0, this.#ground.voters.length - 1)]?.id ?? '') ?? []
    const { foreign } = this.#ground
    const [terms, receipts, own] = [this.#terms, this.#receipts, this.#sent.get(voter.id) ?? []]
    const newKey = () => `key ${this.#keys++}`
    return drawMove({ random, terms, base: this.#baseOf(voter, device, random), foreign, own, others, receipts, newKey })
  }

  /** What the device knows, or what it reads just now of what the other one has done. */
  #baseOf({ devices }: TwoDeviceVoter, device: Device, random: PRNG): number {
    const known = (one: Device) => this.#known.get(one) ?? 0
    return happens(random, 0.6) ? Math.max(...devices.map(known)) : known(device)
  }

  async #fire(voter: TwoDeviceVoter, device: Device, { text, aim = 'round', headers = {} }: Move): Promise<void> {
    const { line, scene, elsewhere } = this.#ground
    const own = this.#sent.get(voter.id) ?? []
    if (aim === 'round') this.#sent.set(voter.id, [...own, text].slice(-20))
    const sentAt = this.#moment++
    const startMs = performance.now()
    const path =
      aim === 'guessed-round'
        ? this.#path.replace(/round_\w+/, `round_${'x'.repeat(21)}`)
        : aim === 'other-workshop'
          ? this.#path.replace(scene.workshopId, elsewhere)
          : this.#path
    const cookie = aim === 'no-seat' ? '' : aim === 'forged-seat' ? device.cookie.replace(/.{5}$/, 'AAAAA') : device.cookie
    const origin = aim === 'other-origin' ? 'https://evil.example' : aim === 'no-origin' ? '' : line.origin
    const answer = await line.put(`${path}/ballot`, cookie, text, { ...headers, origin })
    this.tookMs.push(performance.now() - startMs)
    const { version, receipt, current } = answer.body
    if (answer.status === 200) this.#receipts.push(receipt)
    if (aim === 'round' && (answer.status === 200 || current)) this.#known.set(device, version ?? current.version)
    this.shots.push({ who: voter.id, text, aim, ...readCast(text, this.#terms), sentAt, answeredAt: this.#moment++, answer })
  }
}

async function change({ host, workshopId }: Scene, { id }: TwoDeviceVoter, to: Record<string, unknown>): Promise<void> {
  const { status, body } = await host.patch(`/api/workshops/${workshopId}/participants/${id}`, to)
  if (status !== 200) throw new Error(`not changed: ${JSON.stringify(body)}`)
}

function newRandom(random: PRNG): PRNG {
  return create(int32(random, 0, 2 ** 31 - 1))
}
