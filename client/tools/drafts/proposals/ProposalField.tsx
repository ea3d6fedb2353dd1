import { type FormEvent, useMemo, useState } from 'react'
import { wordDifference } from '../../../../shared/doc/word-difference'
import { limits } from '../../../../shared/sync/limits'
import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import { proposalProblem } from '../../../../shared/tools/drafts/proposals/proposal-check'
import { Field } from '../../../ui/Field'
import { DifferenceRuns } from '../../../ui/WordDifference'
import type { BegunProposal } from '../begun'
import { FieldActions } from '../comments/FieldActions'
import { useFocusOnOpening } from '../comments/use-focus-on-opening'
import { writingKeys } from '../comments/writing-keys'

interface ProposalFieldProps {
  readonly begun: BegunProposal
  readonly onPropose: (words: string, why: string) => void
  readonly onCancel: () => void
}

/** Where other words are written for those in the text, with what differs shown below. Ctrl Enter proposes, Esc leaves. */
export function ProposalField({ begun, onPropose, onCancel }: ProposalFieldProps) {
  const [words, setWords] = useState(begun.words)
  const [why, setWhy] = useState('')
  const area = useFocusOnOpening()
  const problem = proposalProblem({ ...begun, words })
  const isChanged = words !== begun.before
  const runs = useMemo(() => wordDifference(begun.before, words), [begun.before, words])
  const name = begun.anchor ? `“${excerpt(begun.before, 60)}”` : 'the whole statement'

  function propose(event?: FormEvent) {
    event?.preventDefault()
    if (!problem) onPropose(words, why.slice(0, limits.commentLength))
  }
  const keys = writingKeys(propose, onCancel)

  return (
    <form className="comments-field" onSubmit={propose}>
      <textarea
        ref={area}
        className="input voice"
        dir="auto"
        rows={begun.anchor ? 3 : 8}
        aria-label={`Your wording for ${name}`}
        aria-invalid={isChanged && problem ? true : undefined}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={keys}
      />
      {isChanged && problem ? (
        <span className="comments-problem" role="alert">
          {problem}
        </span>
      ) : null}
      {isChanged && !problem ? (
        <div className="comments-sug">
          <DifferenceRuns runs={runs} before="the text" after="your proposal" />
        </div>
      ) : null}
      <Field label="Why (optional)">
        {(control) => (
          <textarea
            {...control}
            className="input"
            dir="auto"
            rows={2}
            maxLength={limits.commentLength}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            onKeyDown={keys}
          />
        )}
      </Field>
      <FieldActions verb="Propose" disabledReason={isChanged ? problem : 'Change the words first.'} onCancel={onCancel} />
    </form>
  )
}
