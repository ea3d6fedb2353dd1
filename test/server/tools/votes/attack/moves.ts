import { int32, type PRNG } from 'lib0/prng'
import { happens, oneOf } from '../../../../support/seeded'
import type { Terms } from './rules-by-hand'

/** What a device has at hand for its next request. */
export interface Hand {
  readonly random: PRNG
  readonly terms: Terms
  /** Version of the own ballot, as far as this device knows. */
  readonly base: number
  /** Options of another round that is open too. */
  readonly foreign: readonly string[]
  /** Texts that this person has sent before, and those that others have. */
  readonly own: readonly string[]
  readonly others: readonly string[]
  /** Receipts of anybody. */
  readonly receipts: readonly string[]
  newKey(): string
}

/** A request to cast: its text, and where it goes if not to the round as oneself. */
export interface Move {
  readonly text: string
  readonly aim?: 'round' | 'guessed-round' | 'other-workshop' | 'no-seat' | 'forged-seat' | 'other-origin' | 'no-origin'
  /** How often it is sent at the same time. */
  readonly times?: number
  readonly headers?: Readonly<Record<string, string>>
}

const dayMs = 24 * 60 * 60 * 1_000
const oddValues = ['-1', '-0', '0.5', '1e999', '-1e999', '9007199254740993', '1000000', '1000001', '"1"', 'null', 'true', '[]', '{}', '1e0']
const oddNames = ['__proto__', 'constructor', 'toString', '', ' ', 'opt_', 'opt_ÿ', 'o'.repeat(64), 'o'.repeat(65)]
const oddBodies = ['', '{', 'null', '[]', '"ballot"', '{"idempotencyKey":', '{}', '{"idempotencyKey":"k","baseVersion":0}', '\u0000']
const oddEnds = ['"baseVersion":-1', '"baseVersion":0.5', '"baseVersion":1e15', '"idempotencyKey":""', '"done":"yes"', '"allocation":[]']
const elsewhere = ['guessed-round', 'other-workshop', 'no-seat', 'forged-seat', 'other-origin', 'no-origin'] as const

/** What an attacker, a bad connection or somebody in a hurry sends, with how often each is drawn. */
const repertoire: readonly (readonly [number, (hand: Hand) => Move])[] = [
  [36, (hand) => ({ text: ballot(hand, fair(hand)) })],
  [10, (hand) => ({ text: ballot(hand, fair(hand)), times: 3 })],
  [6, (hand) => ({ text: ballot({ ...hand, base: Math.max(0, hand.base + oneOf(hand.random, [-1, 1, 2])) }, fair(hand)) })],
  [8, (hand) => ({ text: ballot(hand, greedy(hand)) })],
  [6, (hand) => ({ text: ballot(hand, withOne(hand, oneOf(hand.random, hand.terms.options), oneOf(hand.random, oddValues))) })],
  [4, (hand) => ({ text: ballot(hand, withOne(hand, oneOf(hand.random, oddNames), '1')) })],
  [4, (hand) => ({ text: ballot(hand, withOne(hand, oneOf(hand.random, hand.foreign), '1')) })],
  // The same option twice: the last one counts, and nothing is added up.
  [5, (hand) => ({ text: ballot(hand, [...fair(hand), ...greedy(hand), ...fair(hand)]) })],
  [6, (hand) => again(hand, hand.own, (text) => text)],
  [4, (hand) => again(hand, hand.own, (text) => text.replace('"allocation":{', '"done":true,"allocation":{'))],
  // Another's request word for word, as somebody could who listened.
  [3, (hand) => again(hand, hand.others, (text) => text)],
  [2, (hand) => ({ text: ballot(hand, fair(hand), { receipt: oneOf(hand.random, ['K7QF-2M9X-HT4D', ...hand.receipts]), version: 99 }) })],
  [1, (hand) => ({ text: oneOf(hand.random, oddBodies) })],
  [2, (hand) => ({ text: `${ballot(hand, fair(hand)).slice(0, -1)},${oneOf(hand.random, oddEnds)}}` })],
  [3, (hand) => ({ text: ballot(hand, fair(hand)), aim: oneOf(hand.random, elsewhere) })],
]
const draws = repertoire.flatMap(([weight, draw]) => Array.from({ length: weight }, () => draw))

/** The next request of a device, which may have its clock a day wrong. */
export function drawMove(hand: Hand): Move {
  const wrongByMs = oneOf(hand.random, [-dayMs, 0, dayMs])
  return { headers: { date: new Date(Date.now() + wrongByMs).toUTCString() }, ...oneOf(hand.random, draws)(hand) }
}

type Entries = readonly (readonly [option: string, value: string])[]

/** Within the rules of the round. */
function fair({ random, terms: { method, dots, cap, options } }: Hand): Entries {
  const shuffled = [...options].sort(() => int32(random, 0, 2) - 1)
  if (method === 'rank') return shuffled.slice(0, int32(random, 0, options.length)).map((id, place) => [id, String(place + 1)])
  let left = method === 'score' || method === 'matrix' ? Number.POSITIVE_INFINITY : dots
  return shuffled.flatMap((id) => {
    const value = method === 'matrix' ? int32(random, 1, 9) * 10 + int32(random, 1, 9) : int32(random, 0, Math.min(cap, left))
    left -= value
    return happens(random, 0.8) ? [[id, String(value)] as const] : []
  })
}

/** More than there is, on one option or on all together. */
function greedy({ random, terms: { dots, cap, options } }: Hand): Entries {
  return options.map((id) => [id, String(oneOf(random, [cap, cap + 1, dots, dots + 1, 0]))])
}

function withOne(hand: Hand, option: string, value: string): Entries {
  return [...fair(hand), [option, value]]
}

function again(hand: Hand, texts: readonly string[], change: (text: string) => string): Move {
  return { text: texts.length === 0 ? ballot(hand, fair(hand)) : change(oneOf(hand.random, texts)) }
}

/** Written by hand, since objects cannot hold an entry twice. */
function ballot({ base, newKey, random }: Hand, entries: Entries, more: Readonly<Record<string, unknown>> = {}): string {
  const allocation = entries.map(([id, value]) => `${JSON.stringify(id)}:${value}`).join(',')
  const rest = { idempotencyKey: newKey(), baseVersion: base, ...(happens(random, 0.3) ? { done: happens(random, 0.7) } : {}), ...more }
  return `${JSON.stringify(rest).slice(0, -1)},"allocation":{${allocation}}}`
}
