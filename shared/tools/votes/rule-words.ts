import { labelOf } from './agreement'
import { levelsOf } from './levels'
import type { AgreementMethod } from './methods'
import { requiredInWords } from './required-words'
import type { RoundRule } from './schema'

/** A check's rule as it is printed on the ballot, for example `Passes when at least half of those asked answer and nobody says “Veto”.` */
export function ruleInWords(method: AgreementMethod, rule: RoundRule): string {
  const { quorum = 0, support, supportAt, blockedBy = [] } = rule
  const conditions = [
    quorum > 0 ? `${shareInWords(quorum)} of those asked answer` : 'somebody answers',
    ...(support === undefined || supportAt === undefined ? [] : [supportInWords(method, support, supportAt)]),
    ...blockedBy.map((answer) => `nobody says “${labelOf(method, answer)}”`),
  ]
  const last = conditions.at(-1) ?? ''
  const rest = conditions.slice(0, -1).join(', ')
  return [`Passes when ${rest === '' ? last : `${rest} and ${last}`}.`, ...requiredInWords(rule)].join(' ')
}

/** `at least half`, `all`, `at least 80%`. */
export function shareInWords(share: number): string {
  if (share >= 1) return 'all'
  return share === 0.5 ? 'at least half' : `at least ${Math.round(share * 100)}%`
}

function supportInWords(method: AgreementMethod, support: number, supportAt: NonNullable<RoundRule['supportAt']>): string {
  const isBest = levelsOf[method][0]?.answer === supportAt
  return `${shareInWords(support)} of the answers are “${labelOf(method, supportAt)}”${isBest ? '' : ' or better'}`
}
