import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { type Block, hrefOf, type Inline } from '../../../../shared/doc/outline'
import type { Evidence } from '../../../../shared/tools/drafts/evidence/evidence-schema'
import { inkOf } from '../../../../shared/tools/drafts/wording-text'
import { RunFrameContext } from '../../../ui/Blocks'
import { classNames } from '../../../ui/class-names'
import { type MarkedSpan, markRuns } from '../marked-runs'
import { RunButton } from '../RunButton'
import { WordingView } from '../WordingView'
import './evidence.css'

interface PhraseWordingProps {
  readonly blocks: readonly Block[]
  readonly evidence: Evidence
  readonly className?: string
  /** The place of the phrase among all. */
  readonly onOpen: (phrase: number) => void
}

/** A wording to read, each phrase of which opens to where it comes from. */
export function PhraseWording({ blocks, evidence, className, onOpen }: PhraseWordingProps) {
  const { phrases } = evidence
  const { blocks: cut, commentOn: phraseOn } = useMemo(() => markRuns(blocks, spansOf(phrases)), [blocks, phrases])

  function framed(run: Inline, shown: ReactNode): ReactNode {
    const place = Number(phraseOn.get(run) ?? Number.NaN)
    const phrase = phrases[place]
    if (!phrase || run.text.trim() === '' || hrefOf(run) !== undefined) return shown
    const isFresh = phrase.sources.length === 0
    const label = `${run.text.trim()}: ${isFresh ? 'written fresh' : 'where it comes from'}`
    return (
      <RunButton label={label} className={classNames('phrase', isFresh && 'fresh')} onPress={() => onOpen(place)}>
        {shown}
      </RunButton>
    )
  }

  return (
    <RunFrameContext value={framed}>
      <WordingView blocks={cut} {...(className === undefined ? {} : { className })} />
    </RunFrameContext>
  )
}

function spansOf(phrases: Evidence['phrases']): readonly MarkedSpan[] {
  let at = 0
  return phrases.map(({ text }, place) => {
    const from = at
    at += inkOf(text).text.length
    return { id: `${place}`, from, to: at }
  })
}
