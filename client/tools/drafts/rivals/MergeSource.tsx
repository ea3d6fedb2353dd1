import { TextSelect } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { PickedPhrase } from '../../../../shared/tools/drafts/contract'
import { type MarkedInk, markedInk } from '../../../../shared/tools/drafts/rivals/kept-marks'
import { sentencesOf } from '../../../../shared/tools/drafts/rivals/phrases'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { inkOf, pageInk, type Span, wordsIn } from '../../../../shared/tools/drafts/wording-text'
import { announce } from '../../../ui/announce'
import { Button } from '../../../ui/Button'
import { useWording } from '../live-wording'
import { RunButton } from '../RunButton'
import { readyDoc, useDraftRoom } from '../use-draft-room'
import { useWordingText } from '../use-wording-text'
import type { MergePiece } from './merging'

interface MergeSourceProps {
  readonly draft: Statement
  readonly name: string
  readonly pieces: readonly MergePiece[]
  readonly onPick: (phrase: PickedPhrase) => void
  readonly onDrop: (key: number) => void
  /** Told whenever the wording changed: its visible characters with their marks. */
  readonly onInk: (draftId: string, ink: MarkedInk) => void
}

/** One wording cut into phrases: a press picks one, another press takes it out again. */
export function MergeSource({ draft, name, pieces, onPick, onDrop, onInk }: MergeSourceProps) {
  const doc = readyDoc(useDraftRoom(draft.id))
  const text = useWordingText(doc)
  const wording = useWording(doc)
  const words = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wording) onInk(draft.id, markedInk(wording.blocks))
  }, [wording, draft.id, onInk])
  if (!text) return null
  const page = text

  function phraseAt(span: Span): PickedPhrase {
    return { draftId: draft.id, text: wordsIn(page, span), at: inkOf(page.characters.slice(0, span.from)).text.length }
  }

  function toggle(phrase: PickedPhrase) {
    const picked = pieces.find((piece) => isSame(piece, phrase))
    if (picked) onDrop(picked.key)
    else onPick(phrase)
  }

  function pickSelected() {
    const selected = document.getSelection()
    const isHere =
      selected && !selected.isCollapsed && words.current?.contains(selected.anchorNode) && words.current.contains(selected.focusNode)
    const chosen = isHere ? selected.toString().replace(/\s+/g, ' ').trim() : ''
    const at = pageInk(page).text.indexOf(inkOf(chosen).text)
    if (chosen === '' || at < 0) announce('Select some words of this wording first.')
    else onPick({ draftId: draft.id, text: chosen, at })
  }

  const sentences = sentencesOf(page)
  return (
    <section className="merge-source" aria-label={name}>
      <header className="row wrap between">
        <h3 className="fine">{name}</h3>
        <Button size="sm" variant="ghost" Icon={TextSelect} onPointerDown={(event) => event.preventDefault()} onClick={pickSelected}>
          Pick the selected words
        </Button>
      </header>
      <div className="voice merge-words" ref={words}>
        {sentences.length === 0 ? <p className="wording-empty">No words yet.</p> : null}
        {sentences.map((sentence) => (
          <p key={sentence.from}>
            {sentence.clauses.map((clause) => {
              const phrase = phraseAt(clause)
              const isPicked = pieces.some((piece) => isSame(piece, phrase))
              return (
                <span key={clause.from}>
                  <RunButton className="merge-phrase" label={`Pick “${phrase.text}”`} pressed={isPicked} onPress={() => toggle(phrase)}>
                    {phrase.text}
                  </RunButton>{' '}
                </span>
              )
            })}
            {sentence.clauses.length > 1 ? (
              <Button
                size="sm"
                variant="ghost"
                className="merge-whole"
                aria-label={`Pick the whole sentence “${wordsIn(page, sentence)}”`}
                onClick={() => onPick(phraseAt(sentence))}
              >
                whole sentence
              </Button>
            ) : null}
          </p>
        ))}
      </div>
    </section>
  )
}

function isSame(a: PickedPhrase, b: PickedPhrase): boolean {
  return a.draftId === b.draftId && a.text === b.text && a.at === b.at
}
