import { plural } from '../../doc/words'
import type { Change } from '../../workshop/catch-up-contract'
import type { CatchUpWords } from '../tool'

/** What happened to wordings, as a returning person reads it. */
export const draftsCatchUpWords: CatchUpWords = { changed: inWords }

function inWords({ kind, title, by, counts = {}, words, difference }: Change): string {
  const name = `“${title}”`
  const who = by ?? 'Somebody'
  switch (kind) {
    case 'draft/begun':
      return `${who} began ${name}${counts.words ? `, ${plural(counts.words, 'word')} so far` : ''}.`
    case 'draft/rival-begun':
      return `${who} began another wording, ${name}${counts.words ? `, ${plural(counts.words, 'word')} so far` : ''}.`
    case 'draft/revision-begun':
      return `${who} began a new version of ${name}.`
    case 'draft/adopted':
      return `${who} adopted ${name}${difference ? `, after its text had changed: ${howMuch(counts)}` : ''}.`
    case 'draft/locked':
      return `${who} locked ${name}${difference ? `, after its text had changed: ${howMuch(counts)}` : ''}.`
    case 'draft/opened':
      return `${name} was opened for writing again${difference ? `. Its text has changed: ${howMuch(counts)}` : ''}.`
    case 'draft/set-aside':
      return `${name}, one of its wordings, was set aside.`
    case 'draft/commented':
      return `${plural(counts.comments ?? 0, 'new comment')} on ${name}.`
    case 'draft/answered':
      return `${plural(counts.answers ?? 0, 'answer')} to your comments on ${name}.`
    case 'draft/resolved':
      return `${plural(counts.comments ?? 0, 'comment')} of yours on ${name} ${counts.comments === 1 ? 'was' : 'were'} resolved.`
    case 'draft/proposal-accepted':
      return words ? `${who} accepted the words that you proposed for ${name}: “${words}”` : `${who} accepted your proposal for ${name}.`
    case 'draft/proposal-kept':
      return `${who} kept ${name} as it is instead of your proposal${words ? `: “${words}”` : ', without a reason.'}`
    default:
      return `The text of ${name} has changed: ${howMuch(counts)}.`
  }
}

function howMuch(counts: Readonly<Record<string, number>>): string {
  const parts = [counts.new ? `${plural(counts.new, 'new word')}` : '', counts.gone ? `${plural(counts.gone, 'word')} gone` : '']
  return parts.filter(Boolean).join(', ')
}
