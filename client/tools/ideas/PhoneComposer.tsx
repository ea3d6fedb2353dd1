import { EyeOff, Send } from 'lucide-react'
import { useRef } from 'react'
import type { Idea, PromptId } from '../../../shared/tools/ideas/schema'
import { useDialogs } from './Dialogs'
import { KindPicker } from './KindPicker'
import { keptAs } from './NoteColumn'
import { privateWords } from './private-words'
import { useStage } from './stage-context'
import { useComposer } from './use-composer'
import { useMode } from './use-ideas'
import { writingPromise } from './writing-promise'

interface PhoneComposerProps {
  readonly promptId: PromptId
  /** How many private notes of this prompt are this person's own. */
  readonly mine: number
  readonly onPosted: () => void
  readonly post: (text: string, kind: Idea['kind'], clusterId: null) => boolean
}

/** Kinds, the field, and a button in the thumb's reach; the keyboard's own Send posts too. */
export function PhoneComposer({ promptId, mine, onPosted, post }: PhoneComposerProps) {
  const { kinds } = useStage()
  const { openPaste } = useDialogs()
  const mode = useMode(promptId)
  const promise = writingPromise(mode)
  const area = useRef<HTMLTextAreaElement>(null)
  const composer = useComposer({
    keptAs: keptAs(promptId, null),
    onPost(text, kind) {
      if (!post(text, kind, null)) return false
      onPosted()
      area.current?.closest('.stage')?.scrollTo({ top: 0 })
      return true
    },
    onPasteLines: (text) => openPaste(text, null),
  })
  return (
    <form
      className="ideas-phone-composer"
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault()
        composer.post()
        // The list has gone to the new note at its top and must stay there.
        area.current?.focus({ preventScroll: true })
      }}
    >
      {promise ? (
        <p className="fine row">
          <EyeOff className="i s" aria-hidden />
          {promise} {mode.privateCount + mine > 0 ? `${privateWords(mode.privateCount, mine)}.` : ''}
        </p>
      ) : null}
      <KindPicker kinds={kinds} value={composer.kind} onChange={composer.setKind} />
      {composer.problem ? (
        <p className="errmsg" role="alert">
          {composer.problem}
        </p>
      ) : null}
      <div className="row">
        <textarea
          ref={area}
          className="input grow"
          rows={composer.text.length > 40 ? 3 : 1}
          placeholder="Write a note…"
          aria-label="Write a note"
          data-add-note
          onChange={(event) => composer.change(event.target.value)}
          {...composer.field}
        />
        <button type="submit" className="btn primary ideas-send" aria-label="Add the note">
          <Send className="i" aria-hidden />
        </button>
      </div>
    </form>
  )
}
