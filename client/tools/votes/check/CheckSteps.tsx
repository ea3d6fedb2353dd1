import { nextConsentSteps, placeOf } from '../../../../shared/tools/votes/consent'
import { contract } from '../../../../shared/tools/votes/contract'
import { can } from '../../../../shared/tools/votes/permissions'
import { type ConsentStep, consentSteps, type Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { classNames } from '../../../ui/class-names'
import { useKeptFocus } from '../../../ui/use-kept-focus'
import { useAct } from '../use-act'
import { stepWords } from './check-steps'
import './check-steps.css'

/** Where the group is in deciding by consent and what one does there; for facilitators the ways on and back. */
export function CheckSteps({ check }: { readonly check: Round }) {
  const { actor } = useWorkshop()
  const { busy, run } = useAct()
  const { consent } = check
  // Each button leaves with its step, so the hand goes on at the words of the next one.
  const kept = useKeptFocus<HTMLDivElement>(`${consent?.step} ${check.state}`, 'p')
  if (!consent) return null
  const place = placeOf(consent.step)
  const next = can(actor, 'votes/lead-consent') ? nextConsentSteps(check) : []
  const furthest = next.at(-1)

  function move(step: ConsentStep) {
    const params = { id: actor.workshopId, roundId: check.id }
    void run(() => call(contract.moveConsent, { params, body: { step } }))
  }

  return (
    <div className="check-steps" tabIndex={-1} {...kept}>
      <ol aria-label="Steps of deciding by consent">
        {consentSteps.map((step) => (
          <li
            key={step}
            className={classNames(placeOf(step) < place && 'past', step === consent.step && 'now')}
            aria-current={step === consent.step ? 'step' : undefined}
          >
            <i>{placeOf(step)}</i>
            <span>{stepWords[step].label}</span>
          </li>
        ))}
      </ol>
      <p role="status" tabIndex={-1}>
        <b>
          Step {place} of {consentSteps.length}: {stepWords[consent.step].label}.
        </b>{' '}
        {stepWords[consent.step].what}
      </p>
      {next.length > 0 ? (
        <div className="row wrap">
          {[...next].reverse().map((step) => (
            <Button
              key={step}
              size="sm"
              variant={step === furthest ? 'primary' : placeOf(step) < place ? 'ghost' : 'plain'}
              busy={busy}
              onClick={() => move(step)}
            >
              {placeOf(step) < place ? 'Back to' : 'Go on to'}: {stepWords[step].label}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
