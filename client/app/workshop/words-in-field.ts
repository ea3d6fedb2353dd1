/** What stands in the field that the person is writing in; empty when it is none, or one that only looks things up. */
export function wordsInField(): string {
  const field = document.activeElement
  if (field instanceof HTMLTextAreaElement) return field.value.trim()
  return field instanceof HTMLInputElement && field.type === 'text' ? field.value.trim() : ''
}
