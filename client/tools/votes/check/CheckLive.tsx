import type { NamedAnswer, Round } from '../../../../shared/tools/votes/schema'
import { electorate } from '../../../../shared/tools/votes/selectors'
import type { Participant } from '../../../../shared/workshop/schema'
import { Avatar } from '../../../ui/Avatar'
import { namesInWords } from '../words'
import { CheckReasons } from './CheckReasons'
import { resonanceAnswers } from './resonance-answers'

interface CheckLiveProps {
  readonly check: Round
  readonly current: readonly NamedAnswer[]
  readonly earlier: readonly NamedAnswer[]
  readonly people: readonly Participant[]
}

/** People by answer on exactly this wording; what was said of an earlier one stays readable below and is not counted. */
export function CheckLive({ check, current, earlier, people }: CheckLiveProps) {
  const byId = new Map<string, Participant>(people.map((person) => [person.id, person]))
  const voters = electorate(people, check)
  const answered = new Set<string>([...current, ...earlier].map(({ participantId }) => participantId))
  const missing = voters.filter(({ id }) => !answered.has(id)).map(({ name }) => name.split(/\s+/)[0] ?? name)
  const eligible = Math.max(voters.length, current.length)
  const yet = check.state === 'closed' ? 'did not answer' : 'still reading'
  return (
    <div className="votes-spread">
      {resonanceAnswers.map(({ answer, heading, Icon }) => {
        const given = current.filter((each) => each.answer === answer)
        return (
          <div key={answer} className={answer === 'not-yet' && given.length > 0 ? 'votes-level doubt' : 'votes-level'}>
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
        {current.length} of {eligible} answered{missing.length > 0 && missing.length <= 3 ? `. ${namesInWords(missing)} ${yet}` : ''}.
      </p>
      <CheckReasons method="resonance" said={current.filter(({ reason }) => reason)} byId={byId} />
      {earlier.length > 0 ? (
        <div className="votes-said-earlier">
          <h4 className="fine">On an earlier wording</h4>
          <CheckReasons method="resonance" said={earlier} byId={byId} />
        </div>
      ) : null}
    </div>
  )
}
