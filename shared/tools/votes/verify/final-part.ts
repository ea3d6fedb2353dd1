import { sha256Hex } from '../../../doc/sha256'
import { plural } from '../../../doc/words'
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
      ],
      `The final result is ${both}, and the one that was recorded: ${shortHash(hash)}.`,
    ),
  ]
}

/** Late answers only add: no option has less than at the first close. Places and means may go either way. */
function shrunken({ terms, result, final }: RoundExport): readonly string[] {
  const before = new Map<string, number>(result.options?.map(({ id, dots }) => [id, dots]))
  const labels = new Map<string, string>(terms.options.map(({ id, label }) => [id, label]))
  return (final?.together?.options ?? []).flatMap(({ id, dots }) =>
    dots < (before.get(id) ?? 0) ? [`“${labels.get(id) ?? id}” has less in the final result than in the first.`] : [],
  )
}
