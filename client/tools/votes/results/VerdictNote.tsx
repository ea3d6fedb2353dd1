import { Check, X } from 'lucide-react'
import type { Verdict } from '../../../../shared/tools/votes/schema'
import { Chip } from '../../../ui/Chip'

/** Whether the rule of a round was met, with its arithmetic. */
export function VerdictNote({ verdict, words = verdict.words }: { readonly verdict: Verdict; readonly words?: string }) {
  const { passed, quorumMet } = verdict
  return (
    <p className="votes-verdict">
      {passed ? (
        <Chip tone="ok" Icon={Check}>
          Passed
        </Chip>
      ) : (
        <Chip tone="warn" Icon={X}>
          {quorumMet ? 'Not passed' : 'No quorum'}
        </Chip>
      )}
      <span>{words}</span>
    </p>
  )
}
