import { joined } from '../../doc/words'
import { labelOf, thresholdOf } from './agreement'
import { type AgreementMethod, isAgreement } from './methods'
import { heldUpBy, type Support } from './required'
import type { Breakdown, Constituency, ConstituencyStanding, Round, RoundRule, Verdict } from './schema'

const kinds: Record<Breakdown['by'], string> = { sector: 'Sectors', level: 'Levels', organisation: 'Organisations' }

/** Those who must agree as they are printed on a check, for example `Sectors that must agree: Employers, Higher education.` */
export function requiredInWords({ required = [] }: RoundRule, names = true): readonly string[] {
  return (['sector', 'level', 'organisation'] as const).flatMap((by) => {
    const own = required.filter((constituency) => constituency.by === by)
    return own.length === 0
      ? []
      : [`${kinds[by]} that must agree: ${own.map(({ name }) => (names || by !== 'organisation' ? name : 'one organisation')).join(', ')}.`]
  })
}

/** Why a check does not pass yet, for example `Not yet: employers (2 of 5 at or above “Abstain”).`; empty where nobody holds it up. */
export function notYetInWords(round: Pick<Round, 'method' | 'rule'>, verdict: Verdict | undefined, names = true): string {
  const held = heldUpBy(verdict)
  return held.length === 0 ? '' : `Not yet: ${held.map((each) => standingInWords(round, each, names)).join('; ')}.`
}

/** The whole verdict: who holds it up, those who agree, and the arithmetic of all together. */
export function verdictInWords(round: Pick<Round, 'method' | 'rule'>, verdict: Verdict, names = true): string {
  const agreed = (verdict.required ?? []).filter(({ state }) => state === 'holds').map((each) => standingInWords(round, each, names))
  const parts = [notYetInWords(round, verdict, names), agreed.length > 0 ? `Agreed: ${agreed.join('; ')}.` : '', verdict.words]
  return parts.filter((part) => part !== '').join(' ')
}

/** The outcome in one or two words. */
export function passedInWords({ passed, quorumMet }: Verdict): string {
  return passed ? 'Passed.' : quorumMet ? 'Not passed.' : 'No quorum.'
}

/** `employers (2 of 5 at or above “Support with reservations”)`. */
export function standingInWords({ method, rule }: Pick<Round, 'method' | 'rule'>, standing: ConstituencyStanding, names = true): string {
  return `${nameInSentence(standing, names)} (${isAgreement(method) ? reasonInWords(method, rule, standing) : standing.state})`
}

/** `2 of 5 at or above “Support with reservations”`; what is not exactly known is said with its bound. */
export function supportInWords(method: AgreementMethod, rule: RoundRule, { least, most, of }: Support): string {
  const share = least === most ? `${least} of ${of}` : least > 0 ? `at least ${least} of ${of}` : `at most ${most} of ${of}`
  return `${share} at or above “${labelOf(method, thresholdOf(method, rule))}”`
}

/** A constituency within a sentence: sectors and levels are common words, organisations are names. */
export function nameInSentence({ by, name }: Constituency, names = true): string {
  if (by === 'organisation') return names ? name : 'one organisation'
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** `employers and Copper College`, without the figures. */
export function namesInSentence(constituencies: readonly Constituency[]): string {
  return joined(constituencies.map((each) => nameInSentence(each)))
}

function reasonInWords(method: AgreementMethod, rule: RoundRule, { state, least, most, of }: ConstituencyStanding): string {
  if (least !== undefined && most !== undefined && of !== undefined)
    return supportInWords(method, rule, boundOf(state, { least, most, of }))
  switch (state) {
    case 'absent':
      return 'nobody of them could answer'
    case 'silent':
      return 'nobody answered'
    default:
      return 'too small to be told apart in a secret check'
  }
}

/** Of two bounds the one that decided. */
function boundOf(state: ConstituencyStanding['state'], support: Support): Support {
  return state === 'below' && support.least !== support.most ? { ...support, least: 0 } : support
}
