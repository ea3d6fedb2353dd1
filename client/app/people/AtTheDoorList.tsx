import type { ReactNode } from 'react'
import { roleLabels } from '../../../shared/access/actor'
import type { Knock } from '../../../shared/workshop/door-contract'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { useWorkshop } from '../workshop-context'
import { answerKnocks } from './door-calls'
import { useTurnedAway, useWaiting } from './knocks-context'

/** Who waits at the door and who was turned away, for those who let people in. */
export function AtTheDoorList() {
  const { actor } = useWorkshop()
  const waiting = useWaiting()
  const turnedAway = useTurnedAway()
  const answer = (knocks: readonly Knock[], admit: boolean) => () => answerKnocks(actor.workshopId, knocks, admit)
  if (waiting.length + turnedAway.length === 0) return null
  return (
    <section className="people-door" aria-labelledby="at-the-door">
      <h3 id="at-the-door" className="people-organisation row">
        At the door <Chip tone={waiting.length > 0 ? 'warn' : 'line'}>{`${waiting.length} waiting`}</Chip>
      </h3>
      <ul>
        {waiting.map((knock) => (
          <KnockRow key={knock.knockId} knock={knock}>
            <Button size="sm" variant="primary" aria-label={`Let ${knock.name} in`} onClick={answer([knock], true)}>
              Let in
            </Button>
            <Button size="sm" aria-label={`Turn ${knock.name} away`} onClick={answer([knock], false)}>
              Turn away
            </Button>
          </KnockRow>
        ))}
        {turnedAway.map((knock) => (
          <KnockRow key={knock.knockId} knock={knock} note="turned away">
            <Button size="sm" aria-label={`Let ${knock.name} in after all`} onClick={answer([knock], true)}>
              Let in after all
            </Button>
          </KnockRow>
        ))}
      </ul>
      {waiting.length > 1 ? (
        <Button size="sm" onClick={answer(waiting, true)}>
          {`Let all ${waiting.length} in`}
        </Button>
      ) : null}
    </section>
  )
}

interface KnockRowProps {
  readonly knock: Knock
  readonly note?: string
  readonly children: ReactNode
}

function KnockRow({ knock, note, children }: KnockRowProps) {
  const words = [knock.organisation, roleLabels[knock.role], note].filter(Boolean).join(' · ')
  return (
    <li className="people-row people-knock">
      <span className="grow">
        <b className="people-name">{knock.name}</b>
        <span className="meta">{words}</span>
      </span>
      <span className="row">{children}</span>
    </li>
  )
}
