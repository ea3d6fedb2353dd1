import { useState } from 'react'
import { plainWords } from '../../../../shared/doc/plain-words'
import type { lastChange } from '../../../../shared/tools/votes/concern-selectors'
import { WordDifference } from '../../../ui/WordDifference'
import { useAskedText } from '../check/use-asked-text'

type Change = NonNullable<ReturnType<typeof lastChange>>

/** The change that somebody says answers a concern: their note, and the words before and after. */
export function ConcernChange({ change }: { readonly change: Change }) {
  const { byName, words } = change
  const [isOpen, setOpen] = useState(false)
  const refused = 'refused' in change ? change.refused : undefined
  return (
    <div className="concern-change">
      <p>
        <bdi>{byName}</bdi> changed the words to answer it{words ? ': ' : '.'}
        {words ? <bdi>“{words}”</bdi> : null}
      </p>
      {refused ? (
        <p className="meta">
          Its author says that this does not answer it{refused.words ? ': ' : '.'}
          {refused.words ? <bdi>“{refused.words}”</bdi> : null}
        </p>
      ) : null}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="meta">Show the change</summary>
        {isOpen ? <BothTexts {...change} /> : null}
      </details>
    </div>
  )
}

function BothTexts({ fromHash, toHash }: Pick<Change, 'fromHash' | 'toHash'>) {
  const before = useAskedText(fromHash)
  const after = useAskedText(toHash)
  if (before === 'lost' || after === 'lost') {
    return <p className="meta">The words cannot be shown just now. The draft’s versions have them.</p>
  }
  if (!before || !after) return <p className="meta">Fetching the words…</p>
  return (
    <WordDifference
      before={{ name: 'the words before', plain: plainWords(before.text) }}
      after={{ name: 'the changed words', plain: plainWords(after.text) }}
    />
  )
}
