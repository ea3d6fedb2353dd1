import { Heart } from 'lucide-react'
import { defaultRule } from '../../../../shared/tools/votes/agreement'
import { checkOf } from '../../../../shared/tools/votes/check-selectors'
import { rounds } from '../../../../shared/tools/votes/collections'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import { isAgreement, methodLabels } from '../../../../shared/tools/votes/methods'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { electorate, isEligible } from '../../../../shared/tools/votes/selectors'
import { answersOn, standsOn } from '../../../../shared/tools/votes/standing-answers'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord, useRecords } from '../../../sync/use-live'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import type { RatedWording } from '../../client-tool'
import { useBallot } from '../ballot/use-ballot'
import { resonanceAnswers } from './resonance-answers'
import { useAskCheck } from './use-ask-check'
import './rating.css'

/** How many one wording resonates with, where they were asked. */
export function Count({ draftId, textHash }: RatedWording) {
  const check = useCheck(draftId)
  if (check?.method !== 'resonance') return null
  const resonates = standing(check, textHash).filter(({ answer }) => answer === 'resonates').length
  return <span className="fine nowrap">{resonates === 1 ? '1 resonates' : `${resonates} resonate`}</span>
}

/** My own answer on one wording, or for facilitators the way to ask. */
export function Rating(wording: RatedWording) {
  const check = useCheck(wording.draftId)
  if (!check) return <AskRating {...wording} />
  if (check.method !== 'resonance') return <span className="fine">{standingInWords(check, wording.textHash)}</span>
  return check.state === 'open' ? <MyRating key={check.id} check={check} {...wording} /> : null
}

/** How one wording stands, in words, for a comparison. */
export function Standing({ draftId, textHash }: RatedWording) {
  const { record } = useWorkshop()
  const check = useCheck(draftId)
  const people = useRecords(participants, record)
  if (!check) return <span className="fine">Nobody was asked yet.</span>
  const current = standing(check, textHash)
  const eligible = Math.max(electorate(people, check).length, current.length)
  return (
    <span>
      {standingInWords(check, textHash)}
      {check.method === 'resonance' ? <span className="fine"> {`${current.length} of ${eligible} answered.`}</span> : null}
    </span>
  )
}

function useCheck(draftId: string): Round | undefined {
  const { record } = useWorkshop()
  return checkOf(
    useRecords(rounds, record).filter(({ state }) => state !== 'draft'),
    draftId,
  )
}

/** The answers that stand: on the words as they are, and from the close on, on those it closed with. */
function standing(check: Round, textHash: string) {
  return answersOn(check, check.state === 'closed' ? (check.result?.textHash ?? textHash) : textHash).current
}

/** Answers of a sealed check are nobody's to see before it is closed. */
function standingInWords(check: Round, textHash: string): string {
  const { method, state, result, subject } = check
  if (method === 'resonance') {
    const current = standing(check, textHash)
    return `${resonanceAnswers.map(({ answer, heading }) => `${heading} ${current.filter((each) => each.answer === answer).length}`).join(' · ')}.`
  }
  if (!isAgreement(method) || state !== 'closed') return `${methodLabels[method]}: answers stay sealed until it is closed.`
  if (subject?.textHash !== textHash) return `${methodLabels[method]}: the words have changed since.`
  const levels = levelsOf[method].flatMap(({ answer, label, heading = label }) => {
    const people = result?.levels?.find((level) => level.answer === answer)?.people ?? 0
    return people > 0 ? [`${heading} ${people}`] : []
  })
  return levels.length > 0 ? `${methodLabels[method]}: ${levels.join(' · ')}.` : `${methodLabels[method]}: closed.`
}

function AskRating({ draftId, textHash, name }: RatedWording) {
  const { actor } = useWorkshop()
  const { busy, ask } = useAskCheck({ draftId, textHash })
  if (!can(actor, 'votes/create')) return null
  const wish = { method: 'resonance', secret: false, facilitatorsVote: false, rule: defaultRule('resonance') } as const
  return (
    <Button size="sm" variant="ghost" Icon={Heart} busy={busy} aria-label={`Ask how ${name} resonates`} onClick={() => void ask(wish)}>
      Ask how it resonates
    </Button>
  )
}

function MyRating({ check, textHash, name }: RatedWording & { readonly check: Round }) {
  const { actor, record } = useWorkshop()
  const me = useRecord(participants, record, actor.id)
  const { ballot, sender } = useBallot(check)
  if (!isEligible(actor.role, check, me?.identity)) return null
  const given = check.answers?.[actor.id]
  const stands = given && standsOn(given, textHash, check.marks ?? []) ? given.answer : undefined
  const chosen = ballot.sending === 'idle' ? stands : ballot.wanted.answer

  function answer(value: string, say: string) {
    sender.want({
      answer: value,
      textHash,
      reason: value === 'not-yet' ? (given?.reason ?? '') : '',
      binding: given?.binding ?? 'wording',
      done: true,
    })
    announce(`${say}: ${name}`)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout */}
      <span className="check-rate" role="group" aria-label={`Does ${name} resonate with you?`}>
        {resonanceAnswers.map(({ answer: value, say, Icon }) => (
          <button
            key={value}
            type="button"
            className={chosen === value ? 'icon sm on' : 'icon sm'}
            aria-pressed={chosen === value}
            aria-label={say}
            title={say}
            aria-disabled={ballot.loading ? true : undefined}
            onClick={() => !ballot.loading && answer(value, say)}
          >
            <Icon className="i s" aria-hidden />
          </button>
        ))}
      </span>
      {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
    </>
  )
}
