import type { RoundExport } from '../round-export'
import { type Check, notPossible } from './check'

/** What no file can prove, said so that nobody believes it proved. */
export function unprovenIn({ terms, result }: RoundExport): readonly Check[] {
  const { breakdowns, identity, margin, options, organisations } = result
  const hasGroups =
    breakdowns || identity || margin || organisations !== undefined || options?.some((option) => option.organisations !== undefined)
  return [
    ...(hasGroups
      ? [
          notPossible(
            'Organisations and groups',
            'The ballots do not say where their voters belong or how they came in, so numbers by organisation and group cannot be counted again. They are part of the result that was recorded at the close.',
          ),
        ]
      : []),
    terms.secret
      ? notPossible(
          'Who gave which ballot',
          'Nobody can check this: the link was erased when the vote closed. Each voter can find their own ballot by its receipt.',
        )
      : notPossible('Names', 'The chain knows people by number. The names beside the numbers are those of the day of the export.'),
  ]
}
