import { joined, plural } from '../../../../shared/doc/words'
import type { Version } from '../../../../shared/tools/drafts/schema'

/** What a person is called, for example `you` for oneself. */
export type NameOf = (participantId: string) => string

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const namedAtOnce = 3

/** What a version is called, for example `“Before lunch”` or `Kept automatically`. */
export function versionTitle({ kind, name }: Version): string {
  if (name !== undefined) return `“${name}”`
  return { automatic: 'Kept automatically', named: 'Named', restored: 'Brought back', accepted: 'A proposed wording', adopted: 'Adopted' }[
    kind
  ]
}

/** For example `22 Nov 2026, 14:05`. */
export function versionTime({ atMs }: Version): string {
  return when.format(atMs)
}

const acts = { automatic: 'kept', named: 'named', restored: 'brought back', accepted: 'accepted', adopted: 'adopted' } as const

/** Who wrote, and who named it, brought it back or adopted it. */
export function versionPeople({ kind, by, writers }: Version, nameOf: NameOf): string {
  const words = kind === 'restored' ? [] : writers
  if (by !== undefined && words.length === 1 && words[0] === by) return `Written and ${acts[kind]} by ${nameOf(by)}`
  const wrote = words.length > 0 ? `written by ${peopleInWords(words.map(nameOf))}` : ''
  const done = by === undefined ? '' : `${acts[kind]} by ${nameOf(by)}`
  const sentence = [wrote, done].filter(Boolean).join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** For example `12 words added, 3 taken out`. */
export function versionChange({ wordsNew, wordsGone }: Version): string {
  const parts = [wordsNew > 0 ? `${plural(wordsNew, 'word')} added` : '', wordsGone > 0 ? `${plural(wordsGone, 'word')} taken out` : '']
  return parts.filter(Boolean).join(', ') || 'no word changed'
}

function peopleInWords(names: readonly string[]): string {
  const rest = names.length - namedAtOnce
  return joined(rest > 0 ? [...names.slice(0, namedAtOnce), `${rest} more`] : names)
}
