import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { type Block, hrefOf, type Inline } from '../../../shared/doc/outline'
import type { MarkedWords } from '../../../shared/tools/drafts/comments/side-items'
import { inkOf, type Span, type WordingText } from '../../../shared/tools/drafts/wording-text'
import { RunFrameContext } from '../../ui/Blocks'
import { markClass } from './comments/comment-marks'
import type { SelectionReader } from './comments/use-commenting'
import { type MarkedSpan, markRuns } from './marked-runs'
import { RunButton } from './RunButton'
import { WordingView } from './WordingView'

interface MarkedWordingProps {
  readonly blocks: readonly Block[]
  readonly empty: ReactNode
  readonly text: WordingText
  readonly words: readonly MarkedWords[]
  readonly active: string | undefined
  readonly onOpen: (id: string) => void
  /** Gets the way to read which words are selected, while this is on screen. */
  readonly selection: SelectionReader
}

/** A wording to read, with the words marked that comments and proposals stand on; selected words can be commented on. */
export function MarkedWording({ blocks, empty, text, words, active, onOpen, selection }: MarkedWordingProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { blocks: cut, commentOn } = useMemo(() => markRuns(blocks, inkSpans(text, words)), [blocks, text, words])

  useEffect(() => {
    selection.current = () => (frame.current ? selectedIn(frame.current, text) : undefined)
    return () => {
      selection.current = undefined
    }
  }, [selection, text])

  function marked(run: Inline, shown: ReactNode): ReactNode {
    const id = commentOn.get(run)
    if (id === undefined) return shown
    const kind = words.find((each) => each.id === id)?.kind
    const look = { className: markClass(kind, id === active), 'data-thread': id }
    if (hrefOf(run) !== undefined) return <mark {...look}>{shown}</mark>
    return (
      <mark {...look}>
        <RunButton
          label={`${run.text.trim()}, ${kind === 'proposal' ? 'another wording proposed' : 'commented'}`}
          onPress={() => onOpen(id)}
        >
          {shown}
        </RunButton>
      </mark>
    )
  }

  return (
    <RunFrameContext value={marked}>
      <div ref={frame}>
        <WordingView blocks={cut} className="drafts-text" empty={empty} />
      </div>
    </RunFrameContext>
  )
}

function inkSpans({ characters }: WordingText, words: readonly MarkedWords[]): readonly MarkedSpan[] {
  const inkBefore = (place: number) => inkOf(characters.slice(0, place)).text.length
  return words.flatMap(({ id, spans }) => spans.map(({ from, to }) => ({ id, from: inkBefore(from), to: inkBefore(to) })))
}

/** The selected characters of the wording; the page and the text agree on what can be seen of it. */
function selectedIn(frame: HTMLElement, { characters }: WordingText): Span | undefined {
  const selected = document.getSelection()
  if (!selected || selected.isCollapsed || selected.rangeCount === 0) return undefined
  const range = selected.getRangeAt(0)
  if (!frame.contains(range.startContainer) && !frame.contains(range.endContainer)) return undefined
  const { at } = inkOf(characters)
  const [first, last] = [
    at[inkBeforePlace(frame, range.startContainer, range.startOffset)],
    at[inkBeforePlace(frame, range.endContainer, range.endOffset) - 1],
  ]
  return first === undefined || last === undefined || last < first ? undefined : { from: first, to: last + 1 }
}

function inkBeforePlace(frame: HTMLElement, container: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(frame)
  if (range.comparePoint(container, offset) < 0) return 0
  if (range.comparePoint(container, offset) === 0) range.setEnd(container, offset)
  // Only runs are words: a list's ticks are drawn beside them.
  const words = [...range.cloneContents().querySelectorAll('.blocks-run')].map((run) => run.textContent ?? '')
  return inkOf(words.join('')).text.length
}
