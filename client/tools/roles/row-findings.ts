import type { Fix } from '../../../shared/tools/roles/finding'

/** What the press on a finding does, in a word. */
export const mendWords: Readonly<Record<Fix['kind'], string>> = { give: 'Assign', settle: 'Settle', take: 'Change', clear: 'Clear' }

/** In a row there is room for what is the matter; the rest is in the tooltip and in the document. */
export function firstSentence(message: string): string {
  return /^.*?\.(?= |$)/.exec(message)?.[0] ?? message
}
