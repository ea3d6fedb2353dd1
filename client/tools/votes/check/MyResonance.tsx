import { useEffect, useRef, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { useBallot } from '../ballot/use-ballot'
import { resonanceAnswers } from './resonance-answers'

interface MyResonanceProps {
  readonly check: Round
  /** Hash of the wording as it is now. */
  readonly textHash: string
}

/** My answer on exactly these words; one press gives it, another takes another. */
export function MyResonance({ check, textHash }: MyResonanceProps) {
  const { actor } = useWorkshop()
  const { ballot, sender } = useBallot(check)
  const given = check.answers?.[actor.id]
  const stands = given?.textHash === textHash
  const chosen = ballot.sending === 'idle' ? (stands ? given.answer : undefined) : ballot.wanted.answer
  const [reason, setReason] = useState('')
  const group = useRef<HTMLDivElement>(null)
  const said = given?.reason ?? ''
  useEffect(() => setReason(said), [said])

  function answer(value: string, why = reason) {
    sender.want({ answer: value, textHash, reason: value === 'not-yet' ? why.trim() : '', done: true })
    announce(resonanceAnswers.find((each) => each.answer === value)?.say ?? value)
  }

  return (
    <>
      {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
      {ballot.sending === 'waiting' ? <Banner tone="off">You’re offline. Your answer is sent when you are connected again.</Banner> : null}
      {given && !stands ? (
        <p className="votes-renew">
          The words have changed since you answered “{resonanceAnswers.find(({ answer: a }) => a === given.answer)?.say}”. Answer again.
        </p>
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
      {chosen === undefined ? null : (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            sender.withdraw(textHash)
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
