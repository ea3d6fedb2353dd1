import { Circle } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { takesAnswers, textAsked } from '../../../../shared/tools/votes/consent'
import { isAgreement, methodLabels } from '../../../../shared/tools/votes/methods'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isEligible } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Banner } from '../../../ui/Banner'
import { Chip } from '../../../ui/Chip'
import { classNames } from '../../../ui/class-names'
import { useBallot } from '../ballot/use-ballot'
import { ClosingCount } from '../turnout/ClosingCount'
import { SealedNote } from '../turnout/SealedNote'
import { useTurnout } from '../turnout/use-turnout'
import { CheckAnswer } from './CheckAnswer'
import { CheckSteps } from './CheckSteps'
import { checkTermsInWords } from './check-words'
import type { CheckedText } from './use-ask-check'

// For facilitators only, so nobody else's phone loads them.
const VoterNames = lazy(async () => ({ default: (await import('../turnout/VoterNames')).VoterNames }))
const CheckClose = lazy(async () => ({ default: (await import('./CheckClose')).CheckClose }))

interface CheckRunningProps extends CheckedText {
  readonly check: Round
}

/** A sealed check that is open: my answer, how many have answered, and nothing of what they said. */
export function CheckRunning({ check, textHash }: CheckRunningProps) {
  const { actor, record } = useWorkshop()
  const me = useRecord(participants, record, actor.id)
  const { ballot, sender } = useBallot(check)
  const { eligible, done } = useTurnout(check)
  const { method, consent } = check
  const isAsked = isEligible(actor.role, check, me?.identity) || ballot.eligible
  const isTaking = takesAnswers(check)
  const hasChanged = isTaking && textAsked(check) !== textHash
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
        <h3 className="h">{check.question}</h3>
        {consent ? <CheckSteps check={check} /> : null}
        {hasChanged ? <Banner tone="info">{changedWords(facilitates)}</Banner> : null}
        {isTaking && isAsked ? <CheckAnswer check={check} method={method} ballot={ballot} sender={sender} canAnswer={!hasChanged} /> : null}
        {isTaking && !isAsked ? <p className="meta">{whyNotAsked(actor.role === 'observer', check)}</p> : null}
        <p className="fine check-printed">{checkTermsInWords(check)}</p>
      </div>
      <div className="check-side">
        {isTaking ? (
          <p>
            <b>
              {done} of {eligible}
            </b>{' '}
            answered
          </p>
        ) : null}
        {facilitates ? (
          <Suspense fallback={null}>
            {isTaking ? <VoterNames round={check} /> : null}
            <CheckClose check={check} hasChanged={hasChanged} />
          </Suspense>
        ) : null}
        {isTaking ? <SealedNote receipt={ballot.receipt} /> : null}
      </div>
    </section>
  )
}

function changedWords(facilitates: boolean): string {
  const what = 'The words have changed since everybody was asked. Answers stay with the words before, and no more are taken.'
  return facilitates ? `${what} Close the check or cancel it, then ask again.` : `${what} Your facilitator asks again.`
}

function whyNotAsked(isObserver: boolean, { binding }: Round): string {
  if (isObserver) return 'You are here as an observer, so you do not answer.'
  return binding ? 'Only people from the lobby or with an invite of their own answer here.' : 'You facilitate, so you do not answer.'
}
