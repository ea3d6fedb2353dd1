import { RotateCcw } from 'lucide-react'
import type { Round } from '../../../../shared/tools/votes/schema'
import { Button } from '../../../ui/Button'
import type { CheckedWording } from '../../client-tool'
import { useAskCheck } from './use-ask-check'

interface CheckNextPassProps extends CheckedWording {
  readonly check: Round
  /** The words are no longer those that the objections were raised on. */
  readonly hasChanged: boolean
}

/** Once objections are turned into changes: the same question again on the words as they are now, as a round of its own. */
export function CheckNextPass({ check, hasChanged, ...text }: CheckNextPassProps) {
  const { busy, ask } = useAskCheck(text)
  const { id, secret, facilitatorsVote, rule } = check
  const after = { roundId: id, as: 'again' } as const
  return (
    <div className="row wrap">
      <Button
        variant="primary"
        Icon={RotateCcw}
        busy={busy}
        onClick={() => void ask({ method: 'consent', secret, facilitatorsVote, rule, after })}
      >
        Ask again on the words as they are now
      </Button>
      <p className="fine">{hasChanged ? 'The objections were on the words before.' : 'The words have not changed yet.'}</p>
    </div>
  )
}
