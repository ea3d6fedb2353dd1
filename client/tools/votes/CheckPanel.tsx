import { Flag, Heart, HeartHandshake, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { rounds } from '../../../shared/tools/votes/collections'
import { contract } from '../../../shared/tools/votes/contract'
import { can } from '../../../shared/tools/votes/permissions'
import type { NamedAnswer, Round } from '../../../shared/tools/votes/schema'
import { answersOn, checkOf, electorate, isEligible } from '../../../shared/tools/votes/selectors'
import { participants } from '../../../shared/workshop/collections'
import type { Participant } from '../../../shared/workshop/schema'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Avatar } from '../../ui/Avatar'
import { announce } from '../../ui/announce'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Switch } from '../../ui/Switch'
import { useAct } from './use-act'
import { useBallot } from './use-ballot'
import { namesInWords } from './words'
import './votes.css'

interface CheckPanelProps {
  readonly draftId: string
  /** Hash of the wording as it is now. */
  readonly textHash: string
}

const answers: readonly { readonly answer: string; readonly say: string; readonly heading: string; readonly Icon: LucideIcon }[] = [
  { answer: 'resonates', say: 'It resonates', heading: 'Resonates', Icon: Heart },
  { answer: 'live-with', say: 'I can live with it', heading: 'Can live with it', Icon: HeartHandshake },
  { answer: 'not-yet', say: 'Not yet', heading: 'Not yet', Icon: Flag },
]

/** Does this wording resonate? Asked and answered where it is edited. */
export function CheckPanel({ draftId, textHash }: CheckPanelProps) {
  const { record, actor } = useWorkshop()
  const check = checkOf(useRecords(rounds, record), draftId)
  if (check?.method === 'resonance' && check.state !== 'draft')
    return <Check key={check.id} check={check} textHash={textHash} draftId={draftId} />
  if (!can(actor, 'votes/create')) return null
  return <AskForCheck draftId={draftId} textHash={textHash} />
}

function AskForCheck({ draftId, textHash }: CheckPanelProps) {
  const { workshopId } = useWorkshop().actor
  const [facilitatorsVote, setFacilitatorsVote] = useState(false)
  const { busy, run } = useAct()

  function ask() {
    const params = { id: workshopId }
    const body = {
      question: 'Does this resonate with you?',
      method: 'resonance',
      subject: { draftId: draftId as `draft_${string}`, textHash }, // a draft's id as the drafts tool made it
      secret: false,
      facilitatorsVote,
    } as const
    void run(async () => {
      const { roundId } = await call(contract.createRound, { params, body })
      return call(contract.openRound, { params: { ...params, roundId } })
    })
  }

  return (
    <section className="card votes-check votes-ask" aria-label="Resonance check">
      <div className="grow">
        <h3 className="h">Does this resonate?</h3>
        <p className="meta">Ask everybody. Three answers, with names, changed freely until it is adopted.</p>
      </div>
      <Switch label="Facilitators answer too" checked={facilitatorsVote} onChange={setFacilitatorsVote} />
      <Button variant="primary" Icon={Heart} busy={busy} onClick={ask}>
        Ask everybody
      </Button>
    </section>
  )
}

interface CheckProps extends CheckPanelProps {
  readonly check: Round
}

function Check({ check, textHash, draftId }: CheckProps) {
  const { actor, record } = useWorkshop()
  const people = useRecords(participants, record)
  const { current, earlier } = answersOn(check, textHash)
  const open = check.state === 'open' || check.state === 'closing'
  const { busy, run } = useAct()
  const eligible = isEligible(actor.role, check)
  return (
    <section className="card votes-check" aria-label="Resonance check">
      <div>
        <h3 className="h">{check.question}</h3>
        <p className="meta">{open ? 'Everyone answers. You can change your mind until it is adopted.' : 'This check is closed.'}</p>
        {open && eligible ? <MyAnswer check={check} textHash={textHash} /> : null}
        {can(actor, 'votes/close') ? (
          <div className="row wrap votes-check-acts">
            {open ? (
              <Button
                size="sm"
                variant="ghost"
                busy={busy}
                onClick={() => void run(() => call(contract.closeRound, { params: { id: actor.workshopId, roundId: check.id } }))}
              >
                {check.state === 'closing' ? 'Closing…' : 'Close the check'}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      <Spread check={check} current={current} earlier={earlier} people={people} />
      {!open && can(actor, 'votes/create') ? <AskForCheck draftId={draftId} textHash={textHash} /> : null}
    </section>
  )
}

function MyAnswer({ check, textHash }: { readonly check: Round; readonly textHash: string }) {
  const { actor } = useWorkshop()
  const { ballot, sender } = useBallot(check)
  const given = check.answers?.[actor.id]
  const stands = given?.textHash === textHash
  const chosen = ballot.sending === 'idle' ? (stands ? given.answer : undefined) : ballot.wanted.answer
  const [reason, setReason] = useState('')
  const said = given?.reason ?? ''
  useEffect(() => setReason(said), [said])

  function answer(value: string, why = reason) {
    sender.want({ answer: value, textHash, reason: value === 'not-yet' ? why.trim() : '', done: true })
    announce(answers.find((each) => each.answer === value)?.say ?? value)
  }

  return (
    <>
      {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
      {ballot.sending === 'waiting' ? <Banner tone="off">You’re offline. Your answer is sent when you are connected again.</Banner> : null}
      {given && !stands ? (
        <p className="votes-renew">
          The words have changed since you answered “{answers.find(({ answer: a }) => a === given.answer)?.say}”. Answer again.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout */}
      <div className="votes-answers" role="group" aria-label={check.question}>
        {answers.map(({ answer: value, say, Icon }) => (
          <button
            key={value}
            type="button"
            className={chosen === value ? 'btn on' : 'btn'}
            aria-pressed={chosen === value}
            aria-disabled={ballot.loading ? true : undefined}
            onClick={() => !ballot.loading && answer(value)}
          >
            <Icon className="i" aria-hidden />
            {say}
          </button>
        ))}
      </div>
      {chosen === 'not-yet' ? (
        <form
          className="votes-reason"
          onSubmit={(event) => {
            event.preventDefault()
            answer('not-yet')
          }}
        >
          <label className="field">
            <span>What would need to change?</span>
            <textarea
              className="input"
              rows={2}
              maxLength={limits.noteLength}
              value={reason}
              placeholder="One sentence is enough."
              onChange={(event) => setReason(event.target.value)}
              onBlur={() => reason.trim() !== said && answer('not-yet')}
            />
          </label>
          <Button
            type="submit"
            size="sm"
            disabledReason={reason.trim() === said ? (said ? 'Sent' : 'Write a few words first.') : undefined}
          >
            Send
          </Button>
        </form>
      ) : null}
    </>
  )
}

interface SpreadProps {
  readonly check: Round
  readonly current: readonly NamedAnswer[]
  readonly earlier: readonly NamedAnswer[]
  readonly people: readonly Participant[]
}

/** People by answer on exactly this wording; what was said of an earlier one stays readable below and is not counted. */
function Spread({ check, current, earlier, people }: SpreadProps) {
  const byId = new Map<string, Participant>(people.map((person) => [person.id, person]))
  const voters = electorate(people, check)
  const answered = new Set<string>(current.map(({ participantId }) => participantId))
  const missing = voters.filter(({ id }) => !answered.has(id)).map(({ name }) => name.split(/\s+/)[0] ?? name)
  const eligible = Math.max(voters.length, current.length)
  return (
    <div className="votes-spread">
      {answers.map(({ answer, heading, Icon }) => {
        const given = current.filter((each) => each.answer === answer)
        return (
          <div key={answer} className={answer === 'not-yet' && given.length > 0 ? 'votes-level concern' : 'votes-level'}>
            <span className="votes-level-name">
              <Icon className="i s" aria-hidden />
              {heading}
            </span>
            <span className="avs">
              {given.map(({ participantId }) => {
                const person = byId.get(participantId)
                return person ? <Avatar key={participantId} person={person} size="xs" /> : null
              })}
            </span>
            <b>{given.length}</b>
          </div>
        )
      })}
      <p className="fine">
        {current.length} of {eligible} answered{missing.length > 0 && missing.length <= 3 ? `. ${namesInWords(missing)} still reading` : ''}
        .{earlier.length > 0 ? ` ${earlier.length} answered an earlier wording.` : ''}
      </p>
      <Reasons given={current.filter(({ reason }) => reason)} byId={byId} />
      {earlier.length > 0 ? (
        <div className="votes-said-earlier">
          <h4 className="fine">On an earlier wording</h4>
          <Reasons given={earlier} byId={byId} />
        </div>
      ) : null}
    </div>
  )
}

interface ReasonsProps {
  readonly given: readonly NamedAnswer[]
  readonly byId: ReadonlyMap<string, Participant>
}

/** Who said what, in their words; without words, the answer itself. */
function Reasons({ given, byId }: ReasonsProps) {
  if (given.length === 0) return null
  return (
    <ul className="votes-reasons">
      {given.map(({ participantId, answer: value, reason }) => (
        <li key={participantId}>
          <bdi>
            <b>{byId.get(participantId)?.name ?? 'Somebody who has left'}</b>
          </bdi>
          , {(answers.find(({ answer }) => answer === value)?.heading ?? String(value)).toLowerCase()}
          {reason ? (
            <>
              : <bdi>{reason}</bdi>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
