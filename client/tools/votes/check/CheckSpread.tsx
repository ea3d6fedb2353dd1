import type { CSSProperties } from 'react'
import { plural } from '../../../../shared/doc/words'
import { headingOf, labelOf } from '../../../../shared/tools/votes/agreement'
import type { AgreementMethod } from '../../../../shared/tools/votes/methods'
import type { RoundResult } from '../../../../shared/tools/votes/schema'
import { isTold } from '../../../../shared/tools/votes/told-levels'
import type { Participant } from '../../../../shared/workshop/schema'
import { Avatar } from '../../../ui/Avatar'
import './check-result.css'

interface CheckSpreadProps {
  readonly method: AgreementMethod
  readonly result: RoundResult
  readonly byId: ReadonlyMap<string, Participant>
}

/** People on every level of the scale, best first. Never a mean: one in the middle may be agreement or a split. */
export function CheckSpread({ method, result: { levels, voters, answers = [] }, byId }: CheckSpreadProps) {
  if (!levels) return null
  return (
    <ul className="check-spread" aria-label="How everybody answered">
      {levels
        .filter(({ answer, people }) => isTold(method, answer, people))
        .map(({ answer, people }) => (
          <li key={answer} className={people === 0 ? 'none' : undefined}>
            <span className="check-level" title={headingOf(method, answer)}>
              {typeof answer === 'number' ? <span className="check-number">{answer}</span> : null}
              {labelOf(method, answer)}
            </span>
            <b>{plural(people, 'person', 'people')}</b>
            <span className="check-bar" style={{ '--n': people / Math.max(1, voters) } as CSSProperties} aria-hidden />
            <span className="avs">
              {answers.map(({ participantId, answer: given }) => {
                const person = given === answer ? byId.get(participantId) : undefined
                return person ? <Avatar key={participantId} person={person} size="xs" /> : null
              })}
            </span>
          </li>
        ))}
    </ul>
  )
}
