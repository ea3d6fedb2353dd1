import { joined } from '../../../../shared/doc/words'
import { textAsked } from '../../../../shared/tools/votes/consent'
import { isAgreement, methodLabels } from '../../../../shared/tools/votes/methods'
import { can } from '../../../../shared/tools/votes/permissions'
import { heldUpBy } from '../../../../shared/tools/votes/required'
import { verdictInWords } from '../../../../shared/tools/votes/required-words'
import type { Round } from '../../../../shared/tools/votes/schema'
import { electorate } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import type { Participant } from '../../../../shared/workshop/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import type { CheckedWording } from '../../client-tool'
import { StandingChip } from '../late/StandingChip'
import { asDecidedOn } from '../late/standing'
import { VerdictNote } from '../results/VerdictNote'
import { namesInWords } from '../words'
import { CheckAskAgain } from './CheckAsk'
import { CheckByGroup } from './CheckByGroup'
import { CheckFinalTable } from './CheckFinalTable'
import { CheckLateCard } from './CheckLateCard'
import { CheckNextPass } from './CheckNextPass'
import { CheckReasons } from './CheckReasons'
import { CheckSpread } from './CheckSpread'
import { CheckStanding } from './CheckStanding'
import { CheckSteps } from './CheckSteps'
import { checkTermsInWords } from './check-words'
import { heldFirst } from './held-first'
import { SenseMarks } from './SenseMarks'
import { WordsSince } from './WordsSince'
import '../results/results.css'
import './check-result.css'

interface CheckResultProps extends CheckedWording {
  readonly check: Round
}

/** A closed check: whether its rule was met, how far apart the answers lie, and why, in people's own words. */
export function CheckResult({ check, ...text }: CheckResultProps) {
  const { actor, record } = useWorkshop()
  const people = useRecords(participants, record)
  const byId = new Map<string, Participant>(people.map((person) => [person.id, person]))
  const { method, consent } = check
  const { result } = asDecidedOn(check)
  if (!isAgreement(method) || !result) return null
  const [held, others] = heldFirst(result, byId)
  const isOnThese = textAsked(check) === text.textHash
  const earlier = check.result?.earlier ?? []
  const missing = missingNames(check, people)
  const isIntegrating = consent?.step === 'integrate'
  return (
    <section className="card votes-check" aria-label={`Result: ${methodLabels[method]}`}>
      <div className="check-main">
        <h3 className="h" tabIndex={-1}>
          {check.question} {result.verdict ? null : <StandingChip round={check} />}
        </h3>
        <CheckStanding check={check} />
        {result.withheld ? <p className="meta">Fewer than 3 people answered, so the answers of this secret check stay unsaid.</p> : null}
        {result.verdict ? <VerdictNote round={check} verdict={result.verdict} words={verdictInWords(check, result.verdict)} /> : null}
        <WordsSince check={check} text={text.text} textHash={text.textHash} people={people} />
        <SenseMarks check={check} />
        {consent && !result.verdict?.passed ? <CheckSteps check={check} /> : null}
        {consent && result.verdict?.passed && isOnThese ? (
          <p className="meta">State the decision and its review date: adopt the words, and everybody knows when to look again.</p>
        ) : null}
        {held.length > 0 ? (
          <>
            <h4 className="fine">Of those who must agree: {joined(heldUpBy(result.verdict).map(({ name }) => name))}</h4>
            <CheckReasons method={method} said={held} byId={byId} />
          </>
        ) : null}
        {others.length > 0 ? (
          <>
            <h4 className="fine">{held.length > 0 ? 'Of everybody else' : 'In their own words'}</h4>
            <CheckReasons method={method} said={others} byId={byId} />
          </>
        ) : null}
        {earlier.length > 0 ? (
          <div className="votes-said-earlier">
            <h4 className="fine">On an earlier wording</h4>
            <CheckReasons method={method} said={earlier} byId={byId} />
          </div>
        ) : null}
        {missing.length > 0 ? <p className="fine">Not answered: {namesInWords(missing, 8)}.</p> : null}
        <p className="fine check-printed">{checkTermsInWords(check)}</p>
      </div>
      <CheckSpread method={method} result={result} byId={byId} />
      <CheckFinalTable check={check} />
      <CheckByGroup
        method={method}
        rule={check.rule}
        breakdowns={result.breakdowns ?? check.result?.breakdowns ?? []}
        secret={check.secret}
      />
      <CheckLateCard check={check} />
      {can(actor, 'votes/create') ? (
        <div className="check-again">
          {isIntegrating ? (
            <CheckNextPass check={check} hasChanged={!isOnThese} {...text} />
          ) : (
            <CheckAskAgain after={check} begin={method} {...text} />
          )}
        </div>
      ) : null}
    </section>
  )
}

/** Who might have answered when an open check closed and did not; nobody of a secret one. */
function missingNames(check: Round, people: readonly Participant[]): readonly string[] {
  const { closedAtMs = 0 } = check
  const { result } = asDecidedOn(check)
  if (!result?.answers) return []
  const answered = new Set<string>([...result.answers, ...(check.result?.earlier ?? [])].map(({ participantId }) => participantId))
  return electorate(people, check)
    .filter(({ id, joinedAtMs }) => joinedAtMs <= closedAtMs && !answered.has(id))
    .map(({ name }) => name)
}
