import type { EditorView } from '@tiptap/pm/view'

/**
 * Replaces selected text by a typed letter without the browser's help: where somebody else's selection colours the
 * text, the browser would carry that colour over in a style attribute, which the page's policy refuses and reports.
 */
export function typeOverSelection(view: EditorView, event: InputEvent): boolean {
  const { selection, tr } = view.state
  const text = event.data
  if (event.inputType !== 'insertText' || !text || !event.cancelable || view.composing || selection.empty) return false
  event.preventDefault()
  const typed = () => tr.insertText(text).scrollIntoView()
  const { from, to } = selection
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, typed))) view.dispatch(typed())
  return true
}
