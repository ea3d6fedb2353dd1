import { Plus } from 'lucide-react'
import type { IdeaKind } from '../../../shared/tools/ideas/schema'
import { Button } from '../../ui/Button'
import { useComposer } from './use-composer'

interface LineComposerProps {
  readonly keptAs: string
  readonly onPost: (text: string, kind: IdeaKind) => boolean
  readonly onPasteLines: (text: string) => void
}

/** One line for one note; Enter adds it and stays. */
export function LineComposer({ keptAs, onPost, onPasteLines }: LineComposerProps) {
  const { text, problem, change, post, field } = useComposer({ keptAs, onPost, onPasteLines })
  return (
    <form
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
    >
      <div className="row">
        <textarea
          className="input grow"
          rows={text.length > 90 ? 3 : 1}
          placeholder="Write a note…"
          aria-label="Write a note"
          data-add-note
          onChange={(event) => change(event.target.value)}
          {...field}
        />
        <Button type="submit" Icon={Plus}>
          Add
        </Button>
      </div>
      {problem ? (
        <p className="errmsg" role="alert">
          {problem}
        </p>
      ) : null}
    </form>
  )
}
