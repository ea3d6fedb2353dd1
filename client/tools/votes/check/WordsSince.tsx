import { useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import { textAsked } from '../../../../shared/tools/votes/consent'
import type { Round } from '../../../../shared/tools/votes/schema'
import type { Participant } from '../../../../shared/workshop/schema'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { namesInWords } from '../words'
import { ChangedWords } from './ChangedWords'

interface WordsSinceProps {
  readonly check: Round
  /** The words as they are now, canonical. */
  readonly text: string
  readonly textHash: string
  readonly people: readonly Participant[]
}

/** Of a closed check: how many answers had lapsed, and whether the words are still those that it closed on. */
export function WordsSince({ check, text, textHash, people }: WordsSinceProps) {
  const { lapsed = 0, earlier = [] } = check.result ?? {}
  const names = people.filter(({ id }) => earlier.some(({ participantId }) => participantId === id)).map(({ name }) => name)
  const askedHash = textAsked(check)
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
      {askedHash === undefined || askedHash === textHash ? null : <EarlierWords asked={askedHash} text={text} isWaiting={isWaiting} />}
    </>
  )
}

interface EarlierWordsProps {
  /** Hash of the words that the check closed on. */
  readonly asked: string
  readonly text: string
  /** Late answers are still taken. */
  readonly isWaiting: boolean
}

/** That a closed check was about earlier words, and on demand those, word by word beside the present ones. */
function EarlierWords({ asked, text, isWaiting }: EarlierWordsProps) {
  const [isShown, setShown] = useState(false)
  return (
    <>
      <Banner
        tone="info"
        action={
          <Button size="sm" aria-expanded={isShown} onClick={() => setShown((before) => !before)}>
            {isShown ? 'Hide what changed' : 'See what changed'}
          </Button>
        }
      >
        The words have changed since this check closed. It was about the earlier words
        {isWaiting ? ', and so are late answers' : ', whatever the answers were for'}. Ask again about the new ones.
      </Banner>
      {isShown ? <ChangedWords from={asked} name="the words it closed on" text={text} /> : null}
    </>
  )
}
