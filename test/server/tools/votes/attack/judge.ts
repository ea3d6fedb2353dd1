import type { Answer } from '../../../../support/server'
import { isWithin, type Reading, type Terms } from './rules-by-hand'

/** A request to cast and what became of it. Moments are numbers of one count: a lower one came before. */
export interface Shot extends Reading {
  readonly who: string
  readonly text: string
  readonly aim: string
  readonly sentAt: number
  readonly answeredAt: number
  readonly answer: Answer
}

/** A stretch within which something took effect. */
export interface Since {
  readonly asked: number
  readonly done: number
}

/** What else happened to a round. */
export interface Events {
  /** When it stopped taking ballots. */
  readonly closed: Since
  /** Who lost their right to vote, and when. */
  readonly out: ReadonlyMap<string, Since>
}

/** What a person's requests that were taken left behind, by version. */
export type Taken = ReadonlyMap<string, ReadonlyMap<number, Shot>>

/** The accepted requests; of one that was repeated, the copy that was answered first. */
export function takenBallots(shots: readonly Shot[]): Taken {
  const taken = new Map<string, Map<number, Shot>>()
  const accepted = shots.filter(({ answer }) => answer.status === 200).sort((a, b) => a.answeredAt - b.answeredAt)
  for (const shot of accepted) {
    const own = taken.get(shot.who) ?? new Map<number, Shot>()
    if (!own.has(shot.answer.body.version)) own.set(shot.answer.body.version, shot)
    taken.set(shot.who, own)
  }
  return taken
}

/** Everything in which the answers differ from what the rules foretell, in words. */
export function complaints(shots: readonly Shot[], terms: Terms, secret: boolean, events: Events): readonly string[] {
  const taken = takenBallots(shots)
  const gaps = [...taken].flatMap(([who, own]) =>
    Math.max(...own.keys()) === own.size ? [] : [`${who} has versions ${[...own.keys()].sort((a, b) => a - b)}`],
  )
  const wrong = shots.flatMap((shot) => {
    const { status } = shot.answer
    const own = taken.get(shot.who) ?? new Map<number, Shot>()
    const complaint = status === 200 ? aboutTaken(shot, own, terms, events) : aboutRefused(shot, own, secret, events)
    return complaint ? [`${complaint}: ${JSON.stringify(shot)}`] : []
  })
  return [...gaps, ...wrong]
}

function aboutTaken(shot: Shot, own: ReadonlyMap<number, Shot>, terms: Terms, { closed, out }: Events): string | undefined {
  const { fault, aim, base, placed, who, answer } = shot
  const first = own.get(answer.body.version) ?? shot
  if (fault !== undefined || aim !== 'round') return `taken in spite of ${fault ?? aim}`
  if (shot.sentAt > (out.get(who)?.done ?? Number.POSITIVE_INFINITY)) return 'taken from somebody who may not vote any more'
  if (first.sentAt > closed.done) return 'taken after the close'
  if (answer.body.version !== base + 1) return 'taken over a ballot that it was not made from'
  if (written(answer.body.allocation) !== written(placed)) return 'taken as something else'
  if (!isWithin(terms, answer.body.allocation)) return 'over what a ballot may place'
  if (first.key !== shot.key || JSON.stringify(first.answer.body) !== JSON.stringify(answer.body)) return 'another ballot has its place'
  return undefined
}

function aboutRefused(shot: Shot, own: ReadonlyMap<number, Shot>, secret: boolean, { closed, out }: Events): string | undefined {
  const { fault, aim, sentAt, answeredAt, who, key, base, answer } = shot
  const { code, current, recorded } = answer.body
  const unsaid = sentenceMissing(answer)
  if (unsaid) return unsaid
  const leaves = out.get(who)
  const [mayBeOut, isOut] = [answeredAt > (leaves?.asked ?? Number.POSITIVE_INFINITY), sentAt > (leaves?.done ?? Number.POSITIVE_INFINITY)]
  if (aim.endsWith('-origin')) return code === 'request/wrong-origin' ? undefined : 'not refused for its origin'
  if (aim === 'guessed-round' && fault?.startsWith('request/')) return code === fault ? undefined : 'another refusal than foretold'
  if (aim !== 'round') return code === 'request/not-found' ? undefined : 'found though it is nowhere'
  if (code === 'request/not-found') return mayBeOut ? undefined : 'not found by somebody who may vote'
  // What a request is made of is looked at before the right to cast: somebody who only looks on is told of it.
  if (fault?.startsWith('request/')) return code === fault ? undefined : 'another refusal than foretold'
  if (isOut) return 'answered to somebody who may not vote any more'
  if (sentAt > closed.done && code !== 'vote/closed' && code !== 'vote/key-reused') return 'not told of the close'
  switch (code) {
    case 'vote/closed':
      return answeredAt < closed.asked ? 'closed too early' : mistold(own, recorded, sentAt, secret)
    case 'vote/stale':
      return current.version === base ? 'stale though it was not' : mistold(own, current, sentAt, false)
    case 'vote/key-reused':
      return [...own.values()].some((other) => other.key === key && other.text !== shot.text) ? undefined : 'not a number used before'
    default:
      return code === fault ? undefined : 'another refusal than foretold'
  }
}

/** What an answer lacks: its code, or a sentence with everything filled in. */
function sentenceMissing({ status, body }: Answer): string | undefined {
  if (!/^[a-z]+\/[a-z-]+$/.test(String(body.code)) || body.status !== status || status < 400 || status >= 500) return 'without a code'
  // Tells programs which field is wrong and why.
  if (body.code === 'request/invalid')
    return body.errors?.every(({ message }: { message?: string }) => message) ? undefined : 'without a field'
  const isSaid = /^[\p{Lu}\p{N}“].*\.$/su.test(String(body.detail)) && !/[{}]|undefined|NaN/.test(String(body.detail))
  return isSaid ? undefined : 'without a sentence'
}

/**
 * What is wrong with a ballot that somebody is told to be theirs.
 *
 * @param secret a secret round that is counted knows only the version any more
 */
function mistold(
  own: ReadonlyMap<number, Shot>,
  said: { readonly version: number; readonly allocation?: object } | undefined,
  sentAt: number,
  secret: boolean,
): string | undefined {
  if (said === undefined) return 'not told of the own ballot'
  const acknowledged = [...own].filter(([, { answeredAt }]) => answeredAt < sentAt).map(([version]) => version)
  if (said.version < Math.max(0, ...acknowledged)) return 'a ballot that was taken is lost'
  if (said.version === 0 || (secret && said.allocation === undefined)) return undefined
  const taken = own.get(said.version)
  return taken && written(said.allocation) === written(taken.answer.body.allocation) ? undefined : 'told of a ballot that is not theirs'
}

function written(allocation: object | undefined): string {
  return Object.entries(allocation ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .join(' ')
}
