import { useRef, useState } from 'react'
import type { Answer } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { standingOf } from '../../../../shared/tools/votes/standing-answers'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import type { CheckedWording } from '../../client-tool'
import { useBallot } from '../ballot/use-ballot'
import type { Binding } from './binding-words'
import { CheckBinding } from './CheckBinding'
import { MyStanding } from './MyStanding'
import { ResonanceReason } from './ResonanceReason'
import { resonanceAnswers } from './resonance-answers'

interface MyResonanceProps extends Pick<CheckedWording, 'text' | 'textHash'> {
  readonly check: Round
}

/** My answer to the words as they are; one press gives it, another takes another. */
export function MyResonance({ check, text, textHash }: MyResonanceProps) {
  const { actor } = useWorkshop()
  const { ballot, sender } = useBallot(check)
  const given = check.answers?.[actor.id]
  const standing = given && standingOf(given, textHash, check.marks ?? [])
  const stands = standing !== undefined && standing !== 'lapsed'
  const isIdle = ballot.sending === 'idle'
  const chosen = isIdle ? (stands ? given?.answer : undefined) : ballot.wanted.answer
  const [wish, setWish] = useState<Binding>('wording')
  const binding = chosen === undefined ? wish : ((isIdle ? given?.binding : ballot.wanted.binding) ?? 'wording')
  const group = useRef<HTMLDivElement>(null)
  const said = given?.reason ?? ''

  function give(answer: Answer, reason = said, on = binding) {
    sender.want({ answer, textHash, reason: answer === 'not-yet' ? reason.trim() : '', binding: on, done: true })
    announce(sayOf(answer))
  }

  function bind(on: Binding) {
    setWish(on)
    if (chosen !== undefined) give(chosen, said, on)
  }

  return (
    <>
      {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
      {ballot.sending === 'waiting' ? <Banner tone="off">You’re offline. Your answer is sent when you are connected again.</Banner> : null}
      {given && isIdle ? (
        <MyStanding
          {...{ check, sender, standing, given, text, textHash }}
          answered={sayOf(given.answer)}
          onDone={() => group.current?.focus()}
        />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout */}
      <div className="votes-answers" ref={group} tabIndex={-1} role="group" aria-label={check.question}>
        {resonanceAnswers.map(({ answer: value, say, Icon }) => (
          <button
            key={value}
            type="button"
            className={chosen === value ? 'btn on' : 'btn'}
            aria-pressed={chosen === value}
            aria-disabled={ballot.loading ? true : undefined}
            onClick={() => !ballot.loading && give(value)}
          >
            <Icon className="i" aria-hidden />
            {say}
          </button>
        ))}
      </div>
      {chosen === 'not-yet' ? (
        <ResonanceReason place={`resonance:${check.id}`} said={said} onSend={(reason) => give('not-yet', reason)} />
      ) : null}
      <CheckBinding name={check.id} binding={binding} onBinding={bind} />
      {chosen === undefined ? null : (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            sender.withdraw()
            announce('Your answer is taken back.')
            group.current?.focus()
          }}
        >
          Take my answer back
        </Button>
      )}
    </>
  )
}

function sayOf(answer: Answer): string {
  return resonanceAnswers.find((each) => each.answer === answer)?.say ?? String(answer)
}
