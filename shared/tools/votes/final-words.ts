import { joined, plural } from '../../doc/words'
import { headingOf } from './agreement'
import { isAgreement } from './methods'
import type { FinalResult, OptionResult, Provisional, Round } from './schema'
import { fewestSecretBallots } from './secrecy'
import { isTold } from './told-levels'

/** Who was missing at the close. */
export function provisionalInWords({ missing }: Provisional, method: Round['method'] = 'dots'): string {
  return `When the ${isAgreement(method) ? 'check' : 'vote'} closed, nobody spoke for ${joined(missing)}, so its result was provisional.`
}

/** What a provisional round came to in the end, and why where the first result stands. */
export function finalInWords(
  { result, method = 'dots' }: Pick<Round, 'result'> & Partial<Pick<Round, 'method'>>,
  { voters, standsBecause }: FinalResult,
): string {
  const isCheck = isAgreement(method)
  const secret = isCheck ? 'a secret check' : 'a secret vote'
  const late = voters - (result?.voters ?? 0)
  const answered = late === 1 ? '1 person answered late.' : `${late} people answered late.`
  switch (standsBecause) {
    case undefined:
      return `${answered} The final result counts all ${plural(voters, isCheck ? 'answer' : 'ballot')} together.`
    case 'not-asked':
      return 'Those who were missing were not asked: the first result stands.'
    case 'nobody-answered':
      return 'Nobody answered late: the first result stands.'
    case 'too-few-first':
      return `${answered} In ${secret} a sum would give away the fewer than ${fewestSecretBallots} ${isCheck ? 'answers' : 'ballots'} of the first count: each stands by itself.`
    case 'too-few-late':
      return `${answered} In ${secret} fewer than ${fewestSecretBallots} cannot be added without giving them away: the first result stands.`
    case 'shared-votes':
      return `${answered} Each organisation has one vote, and a secret vote forgets who shares it: the first result stands.`
  }
}

/** What one option had in the first count, in the late one, and has in both. */
export interface Tallies extends Pick<OptionResult, 'id' | 'rank' | 'tied'> {
  readonly first: number
  readonly late: number
  readonly together: number
}

/** Both tallies of a final result and their sum, by final rank; undefined where the first result stands. */
export function talliesOf({ result }: Pick<Round, 'result'>, { together }: FinalResult): readonly Tallies[] | undefined {
  const before = new Map<string, number>(result?.options?.map(({ id, dots }) => [id, dots]))
  return together?.options?.map(({ id, rank, tied, dots }) => {
    const first = before.get(id) ?? 0
    return { id, rank, tied, first, late: dots - first, together: dots }
  })
}

/** People for one answer of a check in the first count, in the late one, and in both. */
export interface AnswerTallies {
  readonly answer: string
  readonly first: number
  readonly late: number
  readonly together: number
}

/** Both tallies of a final check and their sum, most agreement first; undefined where the first result stands. */
export function answerTalliesOf(
  { result, method }: Pick<Round, 'result' | 'method'>,
  { together }: FinalResult,
): readonly AnswerTallies[] | undefined {
  if (!isAgreement(method)) return undefined
  const before = new Map(result?.levels?.map(({ answer, people }) => [answer, people]))
  return together?.levels?.flatMap(({ answer, people }) => {
    if (!isTold(method, answer, people)) return []
    const first = before.get(answer) ?? 0
    return [{ answer: headingOf(method, answer), first, late: people - first, together: people }]
  })
}
