import { plural } from '../../../../shared/doc/words'
import { textAsked } from '../../../../shared/tools/votes/consent'
import type { Round } from '../../../../shared/tools/votes/schema'
import type { Participant } from '../../../../shared/workshop/schema'
import { Banner } from '../../../ui/Banner'
import { namesInWords } from '../words'

interface WordsSinceProps {
  readonly check: Round
  /** Of the words as they are now. */
  readonly textHash: string
  readonly people: readonly Participant[]
}

/** Of a closed check: how many answers had lapsed, and whether the words are still those that it closed on. */
export function WordsSince({ check, textHash, people }: WordsSinceProps) {
  const { lapsed = 0, earlier = [] } = check.result ?? {}
  const names = people.filter(({ id }) => earlier.some(({ participantId }) => participantId === id)).map(({ name }) => name)
  const isWaiting = check.provisional !== undefined && !check.final
  return (
    <>
      {lapsed > 0 ? (
        <p className="meta">
          {plural(lapsed, 'answer')} had lapsed when it closed, because the words had changed, and {lapsed === 1 ? 'is' : 'are'} not counted
          {names.length > 0 ? `: ${namesInWords(names, 8)}` : ''}.
        </p>
      ) : null}
      {lapsed > 0 && check.secret && isWaiting ? (
        <p className="meta">
          They cannot be given again as late answers: a secret check forgets at the close who gave which, so nobody could tell them from the
          answers that count. To hear them too, ask again.
        </p>
      ) : null}
      {textAsked(check) === textHash ? null : (
        <Banner tone="info">
          {isWaiting
            ? 'The words have changed since. These answers are on the words before, and so are late ones: ask again about the words as they are.'
            : 'The words have changed since. These answers are on the words before, and nothing adds to a closed check: ask again about the words as they are.'}
        </Banner>
      )}
    </>
  )
}
