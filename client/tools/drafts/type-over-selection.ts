import type { EditorView } from '@tiptap/pm/view'

/**
 * Replaces selected text by a typed letter without the browser's help: where somebody else's selection colours the
 * text, the browser would carry that colour over in a style attribute, which the page's policy refuses and reports.
 */
export function typeOverSelection(view: EditorView, event: KeyboardEvent): boolean {
  const { selection, tr } = view.state
  if (selection.empty || event.charCode === 0) return false
  const text = String.fromCharCode(event.charCode)
  if (/[\r\n]/.test(text)) return false
  const typed = () => tr.insertText(text).scrollIntoView()
  const { from, to } = selection
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, typed))) view.dispatch(typed())
  return true
}
