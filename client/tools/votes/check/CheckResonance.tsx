import { contract } from '../../../../shared/tools/votes/contract'
import { can } from '../../../../shared/tools/votes/permissions'
import { ruleInWords } from '../../../../shared/tools/votes/rule-words'
import type { Round } from '../../../../shared/tools/votes/schema'
import { answersOn, isEligible } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord, useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { StandingChip } from '../late/StandingChip'
import { useAct } from '../use-act'
import { CheckAskAgain } from './CheckAsk'
import { CheckByGroup } from './CheckByGroup'
import { CheckFinalTable } from './CheckFinalTable'
import { CheckLateCard } from './CheckLateCard'
import { CheckLive } from './CheckLive'
import { CheckStanding } from './CheckStanding'
import { liveBreakdowns, liveStandings } from './live-groups'
import { MustAgreeNow } from './MustAgreeNow'
import { MyResonance } from './MyResonance'
import type { CheckedText } from './use-ask-check'

interface CheckResonanceProps extends CheckedText {
  readonly check: Round
}

/** The one check that is live and by name: my answer, and everybody's beside it. */
export function CheckResonance({ check, textHash, draftId }: CheckResonanceProps) {
  const { actor, record } = useWorkshop()
  const people = useRecords(participants, record)
  const me = useRecord(participants, record, actor.id)
  const { current, earlier } = answersOn(check, textHash)
  const open = check.state === 'open' || check.state === 'closing'
  const { busy, run } = useAct()
  const together = check.final?.together
  const breakdowns = together?.breakdowns ?? liveBreakdowns(check, current, people)
  const standing = together?.verdict?.required ?? liveStandings(check, current, people)
  return (
    <section className="card votes-check" aria-label="Resonance check">
      <div>
        <h3 className="h">
          {check.question} <StandingChip round={check} />
        </h3>
        <p className="meta">{open ? 'Everyone answers. You can change your mind until it is adopted.' : 'This check is closed.'}</p>
        {open && isEligible(actor.role, check, me?.identity) ? <MyResonance check={check} textHash={textHash} /> : null}
        <CheckStanding check={check} />
        <MustAgreeNow round={check} required={standing} />
        <p className="fine check-printed">{ruleInWords('resonance', check.rule)}</p>
        {open && can(actor, 'votes/close') ? (
          <div className="row wrap votes-check-acts">
            <Button
              size="sm"
              variant="ghost"
              busy={busy}
              onClick={() => void run(() => call(contract.closeRound, { params: { id: actor.workshopId, roundId: check.id } }))}
            >
              {check.state === 'closing' ? 'Closing…' : 'Close the check'}
            </Button>
          </div>
        ) : null}
      </div>
      <CheckLive check={check} current={current} earlier={earlier} people={people} />
      <CheckFinalTable check={check} />
      <CheckByGroup method="resonance" rule={check.rule} breakdowns={breakdowns} secret={false} />
      <CheckLateCard check={check} />
      {!open && can(actor, 'votes/create') ? (
        <div className="check-again">
          <CheckAskAgain draftId={draftId} textHash={textHash} begin="resonance" required={check.rule.required} />
        </div>
      ) : null}
    </section>
  )
}
