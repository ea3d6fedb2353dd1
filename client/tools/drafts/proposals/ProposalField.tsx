import { type FormEvent, useMemo } from 'react'
import { wordDifference } from '../../../../shared/doc/word-difference'
import { limits } from '../../../../shared/sync/limits'
import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import { proposalProblem } from '../../../../shared/tools/drafts/proposals/proposal-check'
import { useTypedWords } from '../../../app/use-typed-words'
import { Field } from '../../../ui/Field'
import { DifferenceRuns } from '../../../ui/WordDifference'
import type { BegunProposal } from '../begun'
import { FieldActions } from '../comments/FieldActions'
import { useFocusOnOpening } from '../comments/use-focus-on-opening'
import { writingKeys } from '../comments/writing-keys'

interface ProposalFieldProps {
  /** Under which its words are kept until they are sent. */
  readonly place: string
  readonly begun: BegunProposal
  readonly onPropose: (words: string, why: string) => void
  readonly onCancel: () => void
}

/** Where other words are written for those in the text, with what differs shown below. Ctrl Enter proposes, Esc leaves. */
export function ProposalField({ place, begun, onPropose, onCancel }: ProposalFieldProps) {
  const { words, ...wording } = useTypedWords(place, begun.words)
  const { words: why, ...reason } = useTypedWords(`${place}:why`)
  const area = useFocusOnOpening(!begun.isBack)
  const problem = proposalProblem({ ...begun, words })
  const isChanged = words !== begun.before
  const runs = useMemo(() => wordDifference(begun.before, words), [begun.before, words])
  const name = begun.anchor ? `“${excerpt(begun.before, 60)}”` : 'the whole statement'

  function propose(event?: FormEvent) {
    event?.preventDefault()
    if (problem) return
    drop()
    onPropose(words, why.slice(0, limits.commentLength))
  }
  function cancel() {
    drop()
    onCancel()
  }
  function drop() {
    wording.drop()
    reason.drop()
  }
  const keys = writingKeys(propose, cancel)

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
        onChange={(event) => wording.type(event.target.value)}
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
            onChange={(event) => reason.type(event.target.value)}
            onKeyDown={keys}
          />
        )}
      </Field>
      <FieldActions verb="Propose" disabledReason={isChanged ? problem : 'Change the words first.'} onCancel={cancel} />
    </form>
  )
}
