import { useRef } from 'react'
import { choosingMethods, whenToChoose } from '../../../../shared/tools/votes/method-guide'
import { methodLabels } from '../../../../shared/tools/votes/methods'
import { CardChoice } from './CardChoice'
import type { Setup } from './setup'

interface MethodChoiceProps {
  readonly method: Setup['method']
  readonly onChoose: (method: Setup['method']) => void
}

const choices = choosingMethods.map((value) => ({ value, title: methodLabels[value], words: `${whenToChoose(value)}.` }))

/** How the group chooses, each way with when it fits; folded to the one that is chosen. */
export function MethodChoice({ method, onChoose }: MethodChoiceProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  function close() {
    if (!fold.current) return
    fold.current.open = false
    fold.current.querySelector('summary')?.focus()
  }
  return (
    <details className="votes-fold votes-method" ref={fold}>
      <summary>
        <span className="grow">
          <b>{methodLabels[method]}</b>
          <span className="fine">{whenToChoose(method)}.</span>
        </span>
      </summary>
      <CardChoice legend="Method" name="votes-method" value={method} choices={choices} stacked onChoose={onChoose} onPressed={close} />
    </details>
  )
}
