import { type FormEvent, useRef, useState } from 'react'
import { labelOf } from '../../../../shared/tools/votes/agreement'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import type { AgreementMethod, Answer } from '../../../../shared/tools/votes/methods'
import { reasonAsked } from '../../../../shared/tools/votes/reasons'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useTypedWords } from '../../../app/use-typed-words'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import type { CheckedWording } from '../../client-tool'
import { CheckBinding } from './CheckBinding'
import { CheckGiven } from './CheckGiven'
import { CheckLevels } from './CheckLevels'
import { CheckReason } from './CheckReason'
import { MyStanding } from './MyStanding'
import type { MyAnswer } from './use-my-answer'

interface CheckAnswerProps extends MyAnswer, Pick<CheckedWording, 'text' | 'textHash'> {
  readonly check: Round
  readonly method: AgreementMethod
}

/** My answer in a sealed check: chosen, given with its reason, renewed when the words change, changed or taken back until the close. */
export function CheckAnswer({ check, method, ballot, sender, standing, text, textHash }: CheckAnswerProps) {
  const choice = useTypedWords(`choice:${check.id}`)
  const answer = levelsOf[method].find((level) => `${level.answer}` === choice.words)?.answer
  const { words: reason, type: setReason, drop } = useTypedWords(`answer:${check.id}`)
  const [binding, setBinding] = useState<'wording' | 'spirit'>('wording')
  const [isChanging, setChanging] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const { wanted, loading } = ballot
  const isGiven = standing !== undefined && standing !== 'lapsed' && !isChanging
  const asked = answer === undefined ? undefined : reasonAsked(method, answer, check.rule)

  function give(event: FormEvent) {
    event.preventDefault()
    if (answer === undefined || whyNot(answer, reason, asked?.isRequired, loading)) return
    sender.want({ answer, reason: asked ? reason.trim() : '', binding, done: true, textHash })
    drop()
    choice.drop()
    announce(`You answered: ${labelOf(method, answer)}.`)
    onDone()
  }

  // The form gives way to the answer; focus must not fall to nowhere.
  function onDone() {
    setChanging(false)
    top.current?.focus()
  }

  function choose(next: Answer | undefined) {
    choice.type(next === undefined ? '' : `${next}`)
  }

  function change() {
    choose(wanted.answer)
    setReason(wanted.reason ?? '')
    setBinding(wanted.binding ?? 'wording')
    setChanging(true)
  }

  function takeBack() {
    sender.withdraw()
    choose(undefined)
    setReason('')
    announce('Your answer is taken back.')
    onDone()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout
    <div className="check-mine" ref={top} tabIndex={-1} role="group" aria-label="My answer">
      {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
      {ballot.sending === 'waiting' ? <Banner tone="off">You’re offline. Your answer is sent when you are connected again.</Banner> : null}
      {wanted.answer === undefined ? null : (
        <MyStanding
          {...{ check, sender, standing, text, textHash, onDone }}
          given={{ ...wanted, answer: wanted.answer }}
          answered={labelOf(method, wanted.answer)}
        />
      )}
      {isGiven ? <CheckGiven method={method} ballot={ballot} onChange={change} onTakeBack={takeBack} /> : null}
      {isGiven ? null : (
        <form className="check-form" onSubmit={give}>
          <CheckLevels name={check.id} legend={check.question} method={method} chosen={answer} onChoose={choose} />
          {choice.isBack && answer !== undefined && wanted.answer === undefined ? (
            <p className="fine">You chose this before the page was loaded again. It is not sent yet.</p>
          ) : null}
          {asked ? <CheckReason check={check} asked={asked} reason={reason} onReason={setReason} /> : null}
          <CheckBinding name={check.id} binding={binding} onBinding={setBinding} />
          <Button type="submit" variant="primary" disabledReason={whyNot(answer, reason, asked?.isRequired, loading)}>
            Give my answer
          </Button>
        </form>
      )}
    </div>
  )
}

function whyNot(answer: Answer | undefined, reason: string, needsReason = false, loading: boolean): string | undefined {
  if (loading) return 'Reading your answer…'
  if (answer === undefined) return 'Choose one first.'
  return needsReason && reason.trim() === '' ? 'An objection needs its reason.' : undefined
}
