import { contract } from '../../../../shared/tools/votes/contract'
import { can } from '../../../../shared/tools/votes/permissions'
import { ruleInWords } from '../../../../shared/tools/votes/rule-words'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isEligible } from '../../../../shared/tools/votes/selectors'
import { answersOn, lapsedAmong } from '../../../../shared/tools/votes/standing-answers'
import { participants } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord, useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import type { CheckedWording } from '../../client-tool'
import { StandingChip } from '../late/StandingChip'
import { useAct } from '../use-act'
import { CheckAskAgain } from './CheckAsk'
import { CheckByGroup } from './CheckByGroup'
import { CheckFinalTable } from './CheckFinalTable'
import { CheckLateCard } from './CheckLateCard'
import { CheckLive } from './CheckLive'
import { CheckStanding } from './CheckStanding'
import { LapsedAnswers } from './LapsedAnswers'
import { liveBreakdowns, liveStandings } from './live-groups'
import { MustAgreeNow } from './MustAgreeNow'
import { MyResonance } from './MyResonance'
import { SenseMarks } from './SenseMarks'
import { WordsSince } from './WordsSince'

interface CheckResonanceProps extends CheckedWording {
  readonly check: Round
}

/** The one check that is live and by name: my answer, and everybody's beside it. */
export function CheckResonance({ check, ...wording }: CheckResonanceProps) {
  const { actor, record } = useWorkshop()
  const people = useRecords(participants, record)
  const me = useRecord(participants, record, actor.id)
  const { text, textHash } = wording
  const open = check.state === 'open' || check.state === 'closing'
  // From the close on it is the text on which it closed that the answers stand on.
  const { current, earlier } = answersOn(check, open ? textHash : (check.result?.textHash ?? textHash))
  const lapsed = open ? lapsedAmong(earlier, textHash, check.marks ?? []) : undefined
  const { busy, run } = useAct()
  const together = check.final?.together
  const breakdowns = together?.breakdowns ?? liveBreakdowns(check, current, people)
  const standing = together?.verdict?.required ?? liveStandings(check, current, people)
  return (
    <section className="card votes-check" aria-label="Resonance check">
      <div className="check-main">
        <h3 className="h" tabIndex={-1}>
          {check.question} <StandingChip round={check} />
        </h3>
        <p className="meta">{open ? 'Everyone answers. You can change your mind until it is adopted.' : 'This check is closed.'}</p>
        {open && isEligible(actor.role, check, me?.identity) ? <MyResonance check={check} text={text} textHash={textHash} /> : null}
        {lapsed ? <LapsedAnswers check={check} lapsed={lapsed} text={text} textHash={textHash} /> : null}
        <SenseMarks check={check} />
        <CheckStanding check={check} />
        <MustAgreeNow round={check} required={standing} />
        <p className="fine check-printed">{ruleInWords('resonance', check.rule)}</p>
        {open ? null : <WordsSince check={check} text={text} textHash={textHash} people={people} />}
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
          <CheckAskAgain after={check} begin="resonance" {...wording} />
        </div>
      ) : null}
    </section>
  )
}
