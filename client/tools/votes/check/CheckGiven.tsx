import { Check } from 'lucide-react'
import { labelOf } from '../../../../shared/tools/votes/agreement'
import type { AgreementMethod } from '../../../../shared/tools/votes/methods'
import { Button } from '../../../ui/Button'
import type { BallotState } from '../ballot/ballot-sender'
import { bindingInWords } from './binding-words'

interface CheckGivenProps {
  readonly method: AgreementMethod
  readonly ballot: BallotState
  readonly onChange: () => void
  readonly onTakeBack: () => void
}

/** My answer as it stands. */
export function CheckGiven({ method, ballot, onChange, onTakeBack }: CheckGivenProps) {
  const { answer, reason, binding } = ballot.wanted
  if (answer === undefined) return null
  return (
    <div className="check-given">
      <p className="row">
        <Check className="i" aria-hidden />
        <span>
          {ballot.sending === 'idle' ? 'Your answer is in:' : 'Your answer is on its way:'}{' '}
          <b>
            {typeof answer === 'number' ? `${answer}, ` : ''}
            {labelOf(method, answer)}
          </b>
        </span>
      </p>
      {reason ? <p className="meta">“{reason}”</p> : null}
      <p className="meta">{bindingInWords(binding)}</p>
      <div className="row wrap">
        <Button onClick={onChange}>Change it</Button>
        <Button variant="ghost" onClick={onTakeBack}>
          Take it back
        </Button>
      </div>
    </div>
  )
}
