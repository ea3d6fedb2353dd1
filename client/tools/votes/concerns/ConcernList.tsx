import { useEffect, useRef } from 'react'
import { concerns } from '../../../../shared/tools/votes/concern-collection'
import { becomesConcern, concernsAbout } from '../../../../shared/tools/votes/concern-selectors'
import { countsInWords } from '../../../../shared/tools/votes/concern-words'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { fewestForBreadth, fewestSecretBallots } from '../../../../shared/tools/votes/secrecy'
import { participants } from '../../../../shared/workshop/collections'
import type { Participant } from '../../../../shared/workshop/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { announceOthers } from '../../../ui/announce'
import type { CheckedWording } from '../../client-tool'
import { ConcernCard } from './ConcernCard'
import { useOwnConcerns } from './use-own-concerns'
import './concerns.css'

interface ConcernListProps extends Pick<CheckedWording, 'draftId' | 'text' | 'textHash'> {
  /** The newest check on the wording. */
  readonly check: Round | undefined
}

/** Everything that was said against a wording and how it stands, until its author closes it and after. */
export function ConcernList({ draftId, text, textHash, check }: ConcernListProps) {
  const { record } = useWorkshop()
  const all = concernsAbout(useRecords(concerns, record), draftId)
  const people = useRecords(participants, record)
  const byId = new Map<string, Participant>(people.map((person) => [person.id, person]))
  const own = useOwnConcerns(all)
  const counts = countsInWords(all)
  const announced = useRef(counts)
  useEffect(() => {
    if (announced.current === counts) return
    announced.current = counts
    announceOthers(`Concerns: ${counts.replaceAll(' · ', ', ')}`)
  }, [counts])

  if (!check && all.length === 0) return null
  const unsaid = check && unsaidInWords(check)
  return (
    <section className="concerns" aria-labelledby={`concerns-${draftId}`}>
      <div className="row wrap concerns-head">
        <h3 className="h" id={`concerns-${draftId}`}>
          Concerns
        </h3>
        {all.length > 0 ? <p className="meta">{counts}</p> : null}
      </div>
      {all.length > 0 ? (
        <ul className="concerns-list" aria-label="Concerns">
          {all.map((concern) => (
            <ConcernCard
              key={concern.id}
              concern={concern}
              text={text}
              textHash={textHash}
              byId={byId}
              own={own.get(concern.id)}
              isAsked={check?.id === concern.roundId && check.state === 'open'}
            />
          ))}
        </ul>
      ) : unsaid ? null : (
        <p className="meta">{emptyInWords(check)}</p>
      )}
      {unsaid ? <p className="fine">{unsaid}</p> : null}
    </section>
  )
}

function emptyInWords(check: Round | undefined): string {
  const what = 'every answer below the threshold stands here until its author closes it.'
  const isSealed = check && check.method !== 'resonance' && check.state !== 'closed'
  if (!isSealed) return `None so far. From here on ${what}`
  const key = ' No name stands there: the device you answer on keeps the key to yours, and only with it you can close it.'
  if (!check.secret) return `Sealed until the check closes. Then ${what}`
  return `Sealed until the check closes. If ${fewestForBreadth} or more answer, then ${what}${key}`
}

/** How many concerns a closed secret check keeps to itself; undefined where it told them. */
function unsaidInWords({ method, rule, secret, result }: Round): string | undefined {
  if (!secret || !result || result.voters >= fewestForBreadth || !isAgreement(method)) return undefined
  if (result.withheld) return `Fewer than ${fewestSecretBallots} answered in secret, so any concerns stay unsaid.`
  const below = (result.levels ?? []).filter(({ answer }) => becomesConcern({ method, rule }, { answer }))
  const people = below.reduce((sum, level) => sum + level.people, 0)
  if (people === 0) return undefined
  const who = people === 1 ? '1 answer is' : `${people} answers are`
  return `${who} below the threshold. With fewer than ${fewestForBreadth} voters a secret check keeps what they said to itself.`
}
