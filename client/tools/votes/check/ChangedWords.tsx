import { plainWords } from '../../../../shared/doc/plain-words'
import { ScrollRegion } from '../../../ui/ScrollRegion'
import { WordDifference } from '../../../ui/WordDifference'
import { changeInWords } from './change-size'
import { useAskedText } from './use-asked-text'
import './check-changes.css'

interface ChangedWordsProps {
  /** Hash of the text before. */
  readonly from: string
  /** What the text before is called within a sentence. */
  readonly name: string
  /** The text as it is now, canonical. */
  readonly text: string
}

/** What has changed in a wording since people answered, word by word. */
export function ChangedWords({ from, name, text }: ChangedWordsProps) {
  const before = useAskedText(from)
  if (before === 'lost') return <p className="meta">The words before cannot be shown just now. The draft’s versions have them.</p>
  if (!before) return <p className="meta">Fetching the words…</p>
  const [old, present] = [plainWords(before.text), plainWords(text)]
  return (
    <>
      <p className="check-change-size">{changeInWords(old, present)}</p>
      <ScrollRegion className="check-changed" label="What changed, word by word">
        <WordDifference before={{ name, plain: old }} after={{ name: 'the words as they are now', plain: present }} />
      </ScrollRegion>
    </>
  )
}
