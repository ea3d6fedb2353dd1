import { useEffect, useId, useRef } from 'react'
import type { IdeaKind } from '../../../shared/tools/ideas/schema'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { KindPicker } from './KindPicker'
import { papers } from './kinds'
import { useComposer } from './use-composer'

interface NoteComposerProps {
  readonly kinds: readonly IdeaKind[]
  readonly keptAs: string
  /** Under what promise the note is written, for example `Only you can see it until the reveal.` */
  readonly promise?: string | undefined
  readonly onPost: (text: string, kind: IdeaKind) => boolean
  readonly onPasteLines: (text: string) => void
  readonly onClose: () => void
}

/** A note being written on the board: Enter posts it and begins the next. */
export function NoteComposer({ kinds, keptAs, promise, onPost, onPasteLines, onClose }: NoteComposerProps) {
  const { text, kind, setKind, problem, change, post, field } = useComposer({ keptAs, onPost, onPasteLines, onClose })
  const area = useRef<HTMLTextAreaElement>(null)
  const hintId = useId()
  useEffect(() => {
    // Who has just been brought to this step hears its heading first.
    if (!document.activeElement?.matches('[data-step-heading]')) area.current?.focus()
  }, [])

  return (
    <form
      className={classNames('note ideas-composer', papers[kind])}
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault()
        post()
        area.current?.focus()
      }}
    >
      <textarea
        ref={area}
        className="ideas-words"
        rows={Math.min(10, Math.max(3, Math.ceil(text.length / 20)))}
        placeholder="One idea, a few words"
        aria-label="Text of the note"
        aria-describedby={hintId}
        onChange={(event) => change(event.target.value)}
        {...field}
      />
      <KindPicker kinds={kinds} value={kind} onChange={setKind} compact />
      <span id={hintId} className={classNames('ideas-hint', problem && 'bad')} role={problem ? 'alert' : undefined}>
        {problem ?? promise ?? 'Enter adds it, Esc ends.'}
      </span>
      <div className="row">
        <Button type="submit" size="sm" variant="primary">
          Add
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Done
        </Button>
      </div>
    </form>
  )
}
