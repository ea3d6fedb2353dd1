import { sha256Hex } from '../../../doc/sha256'
import { plural } from '../../../doc/words'
import { agreementVerdict, headingOf } from '../agreement'
import { isAgreement } from '../methods'
import { agreesWith } from '../required'
import type { RoundExport } from '../round-export'
import { entryOf } from './chain'
import { type Check, checkOf, shortHash } from './check'

const title = 'Provisional and final'

/**
 * Whether a result that was provisional was said to be so at the close, and whether the final one is what was recorded.
 * Nothing for other rounds.
 */
export function checkFinal(file: RoundExport): readonly Check[] {
  const { provisional, final, result } = file
  const missing = entryOf(file, 'vote/closed')?.payload.missing
  if (!provisional && !final && missing === undefined) return []
  const isSaid = JSON.stringify(missing) === JSON.stringify(provisional?.missing)
  const faults = isSaid ? [] : ['The seats that were missing are not those recorded when the vote closed.']
  if (!final) return [checkOf(title, faults, 'The seats that were missing are those recorded at the close. The result is not final.')]
  const hash = sha256Hex(JSON.stringify(final))
  const { together } = final
  const late = final.voters - result.voters
  const both = together ? `both together, ${plural(late, 'late ballot')} among them` : 'the first result, which stands'
  return [
    checkOf(
      title,
      [
        ...faults,
        ...(hash === entryOf(file, 'vote/final')?.payload.finalHash ? [] : ['The final result is not the one that was recorded.']),
        ...(late >= 0 && (together?.voters ?? final.voters) === final.voters ? [] : ['The ballots of the final result do not add up.']),
        ...shrunken(file),
        ...unaccounted(file),
      ],
      `The final result is ${both}, and the one that was recorded: ${shortHash(hash)}.`,
    ),
  ]
}

/** Late answers only add: no option has less than at the first close. Places and means may go either way. */
function shrunken(file: RoundExport): readonly string[] {
  const { terms, result, final } = file
  const before = new Map<string, number>(result.options?.map(({ id, dots }) => [id, dots]))
  const labels = new Map<string, string>(terms.options.map(({ id, label }) => [id, label]))
  const options = (final?.together?.options ?? []).filter(({ id, dots }) => dots < (before.get(id) ?? 0))
  const names = [...options.map(({ id }) => labels.get(id) ?? id), ...shrunkenAnswers(file)]
  return names.map((name) => `“${name}” has less in the final result than in the first.`)
}

function shrunkenAnswers({ terms: { method }, result, final }: RoundExport): readonly string[] {
  const before = new Map(result.levels?.map(({ answer, people }) => [answer, people]))
  const less = (final?.together?.levels ?? []).filter(({ answer, people }) => people < (before.get(answer) ?? 0))
  return less.map(({ answer }) => (isAgreement(method) ? headingOf(method, answer) : String(answer)))
}

/** The answers of a final check are as many as people answered, and its verdict is that of the rule. */
function unaccounted({ terms: { method, rule }, final }: RoundExport): readonly string[] {
  const together = final?.together
  if (!isAgreement(method) || !together?.levels || !together.verdict) return []
  const answers = together.levels.flatMap(({ answer, people }) => Array.from({ length: people }, () => answer))
  if (answers.length !== final?.voters) return ['The answers of the final result do not add up.']
  const { required = [], passed } = together.verdict
  const all = agreementVerdict(method, rule, final.eligible, answers)
  const isRight = passed === (all.passed && required.every(({ state }) => state === 'holds')) && together.verdict.words === all.words
  const isAgreed = required.every((standing) => agreesWith(method, rule, standing, together.breakdowns ?? []))
  return isRight && isAgreed ? [] : ['The verdict of the final result comes out differently.']
}
