import { type FormEvent, useRef, useState } from 'react'
import { labelOf } from '../../../../shared/tools/votes/agreement'
import { textAsked } from '../../../../shared/tools/votes/consent'
import type { AgreementMethod, Answer } from '../../../../shared/tools/votes/methods'
import { isConcern, reasonAsked } from '../../../../shared/tools/votes/reasons'
import type { Round } from '../../../../shared/tools/votes/schema'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import type { BallotSender, BallotState } from '../ballot/ballot-sender'
import { CheckGiven } from './CheckGiven'
import { CheckLevels } from './CheckLevels'
import { CheckReason } from './CheckReason'

interface CheckAnswerProps {
  readonly check: Round
  readonly method: AgreementMethod
  readonly ballot: BallotState
  readonly sender: BallotSender
  /** False once the words have changed: what was given stands, and nothing more is taken. */
  readonly canAnswer: boolean
}

/** My answer in a sealed check: chosen, given with its reason, changed or taken back until the close. */
export function CheckAnswer({ check, method, ballot, sender, canAnswer }: CheckAnswerProps) {
  const [answer, setAnswer] = useState<Answer>()
  const [reason, setReason] = useState('')
  const [binding, setBinding] = useState<'wording' | 'spirit'>('wording')
  const [isChanging, setChanging] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const { wanted, loading } = ballot
  const isGiven = wanted.answer !== undefined && !isChanging
  const asked = answer === undefined ? undefined : reasonAsked(method, answer, check.rule)
  const concern = answer !== undefined && isConcern(method, answer)
  const textHash = textAsked(check)

  function give(event: FormEvent) {
    event.preventDefault()
    if (answer === undefined || whyNot(answer, reason, asked?.isRequired, loading)) return
    sender.want({
      answer,
      reason: asked ? reason.trim() : '',
      binding: concern ? binding : 'wording',
      done: true,
      ...(textHash ? { textHash } : {}),
    })
    setChanging(false)
    announce(`You answered: ${labelOf(method, answer)}.`)
    // The form gives way to the answer; focus must not fall to nowhere.
    top.current?.focus()
  }

  function change() {
    setAnswer(wanted.answer)
    setReason(wanted.reason ?? '')
    setBinding(wanted.binding ?? 'wording')
    setChanging(true)
  }

  function takeBack() {
    sender.withdraw(textHash ?? '')
    setAnswer(undefined)
    setReason('')
    announce('Your answer is taken back.')
    top.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout
    <div className="check-mine" ref={top} tabIndex={-1} role="group" aria-label="My answer">
      {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
      {ballot.sending === 'waiting' ? <Banner tone="off">You’re offline. Your answer is sent when you are connected again.</Banner> : null}
      {isGiven ? <CheckGiven method={method} ballot={ballot} canChange={canAnswer} onChange={change} onTakeBack={takeBack} /> : null}
      {!isGiven && canAnswer ? (
        <form className="check-form" onSubmit={give}>
          <CheckLevels name={check.id} legend={check.question} method={method} chosen={answer} onChoose={setAnswer} />
          {asked ? (
            <CheckReason asked={asked} reason={reason} onReason={setReason} {...(concern ? { binding, onBinding: setBinding } : {})} />
          ) : null}
          <Button type="submit" variant="primary" disabledReason={whyNot(answer, reason, asked?.isRequired, loading)}>
            Give my answer
          </Button>
        </form>
      ) : null}
    </div>
  )
}

function whyNot(answer: Answer | undefined, reason: string, needsReason = false, loading: boolean): string | undefined {
  if (loading) return 'Reading your answer…'
  if (answer === undefined) return 'Choose one first.'
  return needsReason && reason.trim() === '' ? 'An objection needs its reason.' : undefined
}
