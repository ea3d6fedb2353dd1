import { type AnyExtension, getSchema } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extensions'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { z } from 'zod'
import { bodyRoot } from '../../../../shared/tools/drafts/collections'
import { editorSchema } from '../../../../shared/tools/drafts/editor/editor-schema'
import { initials } from '../../../ui/Avatar'
import { bindingGuard } from './binding-guard'
import { caretFirst } from './caret-first'
import { caretFlags } from './caret-flags'
import { type EditorComments, editorComments } from './editor-comments'
import { firstText } from './first-text'
import { lateLetters } from './late-letters'
import { othersLetters } from './others-letters'
import { pasting } from './pasting'
import { textLimit } from './text-limit'
import { whoIsHere } from './who-is-here'

interface EditorDocument {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Overwritten by the server in everybody else's copy. */
  readonly user: { readonly id: string; readonly name: string; readonly colour: number }
  readonly placeholder: string
  /** Absent where a text has none. */
  readonly comments?: EditorComments | undefined
  /** Says to the person what stayed out of a paste, or why nothing of it came in. */
  readonly tell?: (message: string, refused: boolean) => void
  /** Says to a screen reader who else is in the paragraph that the caret came into. */
  readonly say?: (words: string) => void
}

/** Everything the collaborative editor is made of. */
export function editorExtensions({
  doc,
  awareness,
  user,
  placeholder,
  comments,
  tell = nothing,
  say = nothing,
}: EditorDocument): AnyExtension[] {
  const fragment = doc.getXmlFragment(bodyRoot)
  return [
    ...editorSchema,
    Placeholder.configure({ placeholder }),
    caretFirst(doc),
    Collaboration.configure({ fragment, yUndoOptions: { protectedNodes: blocks } }),
    bindingGuard(fragment),
    firstText(fragment),
    lateLetters(fragment),
    othersLetters(fragment),
    pasting(tell),
    textLimit((why) => tell(why, true)),
    CollaborationCaret.configure({ provider: { awareness }, user, render: caret, selectionRender: selection }),
    caretFlags(awareness),
    whoIsHere(awareness, user.id, say),
    ...(comments ? [editorComments(fragment, comments)] : []),
  ]
}

function nothing(): void {}

/** Undo leaves those of them that others have written in. The binding would leave paragraphs only. */
const blocks = new Set(Object.keys(getSchema([...editorSchema]).nodes))

const CaretUser = z.object({ id: z.string().catch(''), name: z.string().catch(''), colour: z.number().int().min(1).max(8).catch(8) })

/** A caret with the person's name. Classes, not style attributes: the page's policy allows no inline styles. */
function caret(user: unknown): HTMLElement {
  const { id, name, colour } = readUser(user)
  const element = document.createElement('span')
  element.className = `caret drafts-caret moving c${colour}`
  element.dataset.person = id
  element.dataset.n = name.split(/\s+/)[0] ?? ''
  element.dataset.i = initials(name)
  // Remote carets are shown, never announced.
  element.setAttribute('aria-hidden', 'true')
  return element
}

function selection(user: unknown): { readonly class: string } {
  return { class: `drafts-selection c${readUser(user).colour}` }
}

function readUser(user: unknown): z.infer<typeof CaretUser> {
  return CaretUser.catch({ id: '', name: '', colour: 8 }).parse(user)
}
