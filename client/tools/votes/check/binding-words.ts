import type { NamedAnswer } from '../../../../shared/tools/votes/schema'

/** Whether an answer is for one text, or for any in its spirit. */
export type Binding = NonNullable<NamedAnswer['binding']>

/** What an answer may be for, the careful choice first. */
export const bindings: readonly { readonly value: Binding; readonly label: string; readonly meaning: string }[] = [
  { value: 'wording', label: 'This wording only', meaning: 'If the words change, you are asked again.' },
  { value: 'spirit', label: 'Any wording in this spirit', meaning: 'Your answer stays when the words change while this check is open.' },
]

/** What a given answer is for, as a sentence. */
export function bindingInWords(binding: Binding = 'wording'): string {
  return binding === 'spirit' ? 'For any wording in this spirit.' : 'For this wording only.'
}
