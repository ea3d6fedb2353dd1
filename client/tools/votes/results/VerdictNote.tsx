import { Check, CircleDashed, X } from 'lucide-react'
import type { Round, Verdict } from '../../../../shared/tools/votes/schema'
import { Chip } from '../../../ui/Chip'
import { isProvisional } from '../late/standing'

interface VerdictNoteProps {
  /** Whose standing the badge says too; absent where one beside it does. */
  readonly round?: Round
  readonly verdict: Verdict
  readonly words?: string
}

/** Whether the rule of a round was met and whether that is final, in one badge, with its arithmetic. */
export function VerdictNote({ round, verdict, words = verdict.words }: VerdictNoteProps) {
  const { passed, quorumMet } = verdict
  const isOpenYet = round !== undefined && isProvisional(round)
  const outcome = passed ? 'Passed' : quorumMet ? 'Not passed' : 'No quorum'
  const label = isOpenYet ? `Provisional: ${lowered(outcome)} so far` : round?.final ? `Final: ${lowered(outcome)}` : outcome
  return (
    <p className="votes-verdict">
      <Chip tone={passed && !isOpenYet ? 'ok' : 'warn'} Icon={isOpenYet ? CircleDashed : passed ? Check : X}>
        {label}
      </Chip>
      <span>{words}</span>
    </p>
  )
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
