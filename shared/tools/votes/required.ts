import { countAnswers, isAtOrAbove } from './agreement'
import type { GroupedBallot } from './breakdown'
import { levelsOf } from './levels'
import type { AgreementMethod } from './methods'
import { organisationKey } from './organisation'
import { type Affiliation, belongsTo } from './partition'
import type { Breakdown, Constituency, ConstituencyStanding, RoundRule, Verdict } from './schema'

/** Below this share at or above the threshold a constituency is mostly below it. Source: MISSION N2. */
export const leastShare = 0.5

/** A check as far as its constituencies are judged by it. */
export interface JudgedCheck {
  readonly method: AgreementMethod
  readonly rule: RoundRule
  readonly secret: boolean
}

/** What is known of how a group answered: at least and at most how many of so many are at or above the threshold. */
export interface Support {
  readonly least: number
  readonly most: number
  readonly of: number
}

/**
 * How each constituency stands that must agree.
 *
 * In a secret check this follows from what the result says anyhow, its breakdowns and totals, and from who could answer, so
 * that neither a standing nor the verdict that hangs on it gives anything away. What cannot be told from that is `untold`, and
 * nobody is said to agree who cannot be shown to. Source: THREATS I14.
 *
 * @param ballots the counted ones; in a secret check only their answers all together are used
 * @param people everybody who might have answered
 */
export function standingsOf(
  { method, rule, secret }: JudgedCheck,
  ballots: readonly GroupedBallot[],
  people: readonly Affiliation[],
  breakdowns: readonly Breakdown[],
): readonly ConstituencyStanding[] {
  return (rule.required ?? []).map((constituency) => {
    const isOwn = (person: Affiliation) => belongsTo(person, constituency)
    if (![...people, ...ballots].some(isOwn)) return standing(constituency, 'absent')
    if (!secret) return standing(constituency, supportIn(method, rule, ballots.filter(isOwn)))
    if ([...people, ...ballots].every(isOwn)) return standing(constituency, supportIn(method, rule, ballots))
    return standing(constituency, supportSaid(method, rule, groupIn(breakdowns, constituency)) ?? 'untold')
  })
}

/**
 * How constituencies stand once late answers are added to a secret check: by what the two results say, nothing else.
 *
 * @returns undefined where nobody must agree
 */
export function standingsTogether(first: Verdict | undefined, late: Verdict | undefined): ConstituencyStanding[] | undefined {
  return first?.required?.map((before) => {
    const after = late?.required?.find(({ by, name }) => by === before.by && name === before.name)
    const told = [before, ...(after ? [after] : [])].filter(({ state }) => state !== 'absent')
    if (told.length === 0) return before
    const { by, name } = before
    if (told.some(({ of }) => of === undefined)) return standing({ by, name }, 'untold')
    const sum = (key: keyof Support) => told.reduce((total, each) => total + (each[key] ?? 0), 0)
    return standing({ by, name }, { least: sum('least'), most: sum('most'), of: sum('of') })
  })
}

/** A verdict on all people together, with those who must agree beside it. */
export function withRequired(verdict: Verdict, required: readonly ConstituencyStanding[]): Verdict {
  if (required.length === 0) return verdict
  return { ...verdict, passed: verdict.passed && required.every(({ state }) => state === 'holds'), required: [...required] }
}

/** Constituencies without whose agreement a check does not pass, in the order of the rule. */
export function heldUpBy(verdict: Verdict | undefined): readonly ConstituencyStanding[] {
  return verdict?.required?.filter(({ state }) => state !== 'holds') ?? []
}

/** Whether a standing is what the groups of its result say; true of a constituency that is no group of them. */
export function agreesWith(
  method: AgreementMethod,
  rule: RoundRule,
  { state, ...shown }: ConstituencyStanding,
  breakdowns: readonly Breakdown[],
): boolean {
  const group = groupIn(breakdowns, shown)
  const support = group && supportSaid(method, rule, group)
  if (!group || (!support && state === 'untold')) return true
  if (!support) return false
  const again = standing(shown, support)
  return again.state === state && again.least === shown.least && again.most === shown.most && again.of === shown.of
}

/** What a group of a breakdown says of its support; undefined where its size is hidden. */
export function supportOf(method: AgreementMethod, rule: RoundRule, { voters, counts }: Breakdown['groups'][number]): Support | undefined {
  if (voters === null) return undefined
  const known = (isWanted: (column: number) => boolean) =>
    counts.reduce<number>((sum, count, column) => sum + (isWanted(column) ? (count ?? 0) : 0), 0)
  const isSupport = (column: number) => {
    const level = levelsOf[method][column]
    return level !== undefined && isAtOrAbove(method, rule, level.answer)
  }
  const isHidden = (isWanted: (column: number) => boolean) => counts.some((count, column) => count === null && isWanted(column))
  const above = known(isSupport)
  const below = known((column) => !isSupport(column))
  return {
    least: isHidden((column) => !isSupport(column)) ? above : voters - below,
    most: isHidden(isSupport) ? voters - below : above,
    of: voters,
  }
}

function supportIn(method: AgreementMethod, rule: RoundRule, ballots: readonly GroupedBallot[]): Support {
  const given = ballots.flatMap(({ answer }) => (answer === undefined ? [] : [{ answer }]))
  const at = countAnswers(method, given).reduce((sum, { answer, people }) => sum + (isAtOrAbove(method, rule, answer) ? people : 0), 0)
  return { least: at, most: at, of: given.length }
}

/** What a breakdown says of a group, if that is enough to judge by. */
function supportSaid(method: AgreementMethod, rule: RoundRule, group: Breakdown['groups'][number] | undefined): Support | undefined {
  const support = group && supportOf(method, rule, group)
  return support && judged(support) !== 'untold' ? support : undefined
}

function groupIn(breakdowns: readonly Breakdown[], { by, name }: Constituency): Breakdown['groups'][number] | undefined {
  const groups = breakdowns.find((breakdown) => breakdown.by === by)?.groups
  return groups?.find((group) => organisationKey(group.name) === organisationKey(name))
}

function standing({ by, name }: Constituency, support: Support | 'absent' | 'untold'): ConstituencyStanding {
  if (typeof support === 'string') return { by, name, state: support }
  return { by, name, state: judged(support), ...(support.of === 0 ? {} : support) }
}

function judged({ least, most, of }: Support): ConstituencyStanding['state'] {
  if (of === 0) return 'silent'
  if (least >= of * leastShare) return 'holds'
  return most < of * leastShare ? 'below' : 'untold'
}
