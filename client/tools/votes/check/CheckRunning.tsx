import { Circle } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { takesAnswers } from '../../../../shared/tools/votes/consent'
import { isAgreement, methodLabels } from '../../../../shared/tools/votes/methods'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isEligible } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Chip } from '../../../ui/Chip'
import { classNames } from '../../../ui/class-names'
import type { CheckedWording } from '../../client-tool'
import { ClosingCount } from '../turnout/ClosingCount'
import { SealedNote } from '../turnout/SealedNote'
import { CheckAnswer } from './CheckAnswer'
import { CheckSteps } from './CheckSteps'
import { checkTermsInWords } from './check-words'
import { LapsedAnswers } from './LapsedAnswers'
import { SenseMarks } from './SenseMarks'
import { useAnswered } from './use-answered'
import { useMyAnswer } from './use-my-answer'

// For facilitators only, so nobody else's phone loads them.
const AnswerNames = lazy(async () => ({ default: (await import('./AnswerNames')).AnswerNames }))
const CheckClose = lazy(async () => ({ default: (await import('./CheckClose')).CheckClose }))

interface CheckRunningProps extends CheckedWording {
  readonly check: Round
}

/** A sealed check that is open: my answer, how many have answered, and nothing of what they said. */
export function CheckRunning({ check, text, textHash }: CheckRunningProps) {
  const { actor, record } = useWorkshop()
  const me = useRecord(participants, record, actor.id)
  const mine = useMyAnswer(check, textHash)
  const { ballot } = mine
  const { eligible, answered } = useAnswered(check)
  const { method, consent } = check
  const isAsked = isEligible(actor.role, check, me?.identity) || ballot.eligible
  const isTaking = takesAnswers(check)
  const facilitates = can(actor, 'votes/close')
  if (!isAgreement(method)) return null
  return (
    <section className={classNames('card votes-check', !isTaking && 'check-led')} aria-label={methodLabels[method]}>
      <div className="check-main">
        <div className="row wrap votes-eyebrow">
          <Chip tone="live" Icon={Circle}>
            {methodLabels[method]}
            {consent && consent.pass > 1 ? `, pass ${consent.pass}` : ''}
          </Chip>
          <ClosingCount round={check} />
        </div>
        <h3 className="h" tabIndex={-1}>
          {check.question}
        </h3>
        {consent ? <CheckSteps check={check} /> : null}
        {isTaking && isAsked ? <CheckAnswer {...mine} check={check} method={method} text={text} textHash={textHash} /> : null}
        {isTaking && !isAsked ? <p className="meta">{whyNotAsked(actor.role === 'observer', check)}</p> : null}
        <p className="fine check-printed">{checkTermsInWords(check)}</p>
      </div>
      <div className="check-side">
        {isTaking ? (
          <p>
            <b>
              {answered} of {eligible}
            </b>{' '}
            answered
          </p>
        ) : null}
        {isTaking && check.lapsed ? <LapsedAnswers check={check} lapsed={check.lapsed} text={text} textHash={textHash} /> : null}
        <SenseMarks check={check} />
        {facilitates ? (
          <Suspense fallback={null}>
            {isTaking ? <AnswerNames check={check} /> : null}
            <CheckClose check={check} />
          </Suspense>
        ) : null}
        {isTaking ? <SealedNote receipt={ballot.receipt} /> : null}
      </div>
    </section>
  )
}

function whyNotAsked(isObserver: boolean, { binding }: Round): string {
  if (isObserver) return 'You are here as an observer, so you do not answer.'
  return binding ? 'Only people from the lobby or with an invite of their own answer here.' : 'You facilitate, so you do not answer.'
}
