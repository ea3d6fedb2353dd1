import { type AgreementOutline, type AgreementSection, placeholders } from '../../../content/working-agreement'
import { blocksText } from '../../../doc/canonical-text'
import type { ComposedFrom } from '../../../doc/composed'
import type { Block } from '../../../doc/outline'
import { joined } from '../../../doc/words'
import type { Fill, Party } from '../../tool'
import { openMark, placeholdersOf, usedFills } from './compose'
import { blockWords, type TextPart, textParts } from './text-parts'

/** Something to look at before people sign, in a sentence that stands alone. */
export interface SigningFinding {
  readonly words: string
  /** The heading of the part that it is about, as it stands in the text. */
  readonly heading?: string
}

/** What is missing or unfinished in an agreement's text: parts, words below a heading, and what was marked as open. */
export function openInText(outline: AgreementOutline, blocks: readonly Block[]): readonly SigningFinding[] {
  const parts = textParts(blocks)
  const found = outline.sections.map((section) => ({ section, part: partOf(parts, section) }))
  const known = new Set(found.flatMap(({ part }) => part ?? []))
  return [
    ...found.flatMap(({ section, part }) =>
      part ? openInPart(part) : section.required ? [{ words: `“${section.heading}” is missing.` }] : [],
    ),
    ...parts.filter((part) => !known.has(part)).flatMap((part) => marksIn(part)),
  ]
}

/** What the workshop holds now. */
interface Held {
  readonly fills: readonly Fill[]
  readonly parties: readonly Party[]
}

/** What has changed in the workshop since the text was put together, and is not in it. */
export function changedSince(
  outline: AgreementOutline,
  from: ComposedFrom,
  { fills, parties }: Held,
  blocks: readonly Block[],
): readonly SigningFinding[] {
  const text = blocksText(blocks)
  const words = blocks.map(blockWords).join('\n')
  const present = usedFills(
    outline,
    fills.filter((fill) => !stands(fill, text, words)),
  )
  const needed = placeholdersOf(outline)
  const labelOf = (key: string) => needed.find(({ fillFrom }) => fillFrom === key)?.label ?? key
  const came = present.filter((fill) => !from.fills.some((before) => before.from === fill.from)).map((fill) => labelOf(fill.from))
  const changed = present
    .filter(({ from: key, hash }) => from.fills.some((before) => before.from === key && before.hash !== hash))
    .map((fill) => labelOf(fill.from))
  const joinedNames = parties
    .filter(({ id, name }) => !words.includes(name) && !from.parties.some((before) => before.id === id))
    .map(({ name }) => name)
  const leftNames = from.parties.filter(({ id }) => !parties.some((party) => party.id === id)).map(({ name }) => name)
  return [
    ...sentence(changed, 'changed since this was put together'),
    ...sentence(came, 'come since this was put together'),
    ...sentence(joinedNames, 'joined since, and is not named as a party', 'joined since, and are not named as parties'),
    ...sentence(leftNames, 'left the list of partners'),
  ]
}

/** Whether a text has it already, for example since somebody brought it over. */
function stands({ blocks = [], words }: Fill, text: string, plainWords: string): boolean {
  const told = blocks.filter(({ type }) => type !== 'heading')
  return told.length === 0 ? plainWords.includes(words) : told.every((block) => text.includes(blocksText([block])))
}

/** What is still open about what went in, as the tools that hold it say. */
export function openInWorkshop(outline: AgreementOutline, fills: readonly Fill[]): readonly SigningFinding[] {
  const wanted = new Set(placeholdersOf(outline).map(({ fillFrom }) => fillFrom))
  return fills.filter(({ from }) => wanted.has(from)).flatMap(({ open = [] }) => open.map((words) => ({ words })))
}

function partOf(parts: readonly TextPart[], { heading }: AgreementSection): TextPart | undefined {
  return parts.find((part) => plainKey(part.heading) === plainKey(heading))
}

function openInPart(part: TextPart): readonly SigningFinding[] {
  const { heading } = part
  if (part.blocks.every((block) => blockWords(block) === '')) return [{ words: `“${heading}” has no words yet.`, heading }]
  return marksIn(part)
}

/** Marks that the text began with and that nobody has put words in place of. */
function marksIn({ heading, blocks }: TextPart): readonly SigningFinding[] {
  const words = blocks.map(blockWords).join('\n')
  const marks = placeholders.map(openMark).filter((mark) => words.includes(mark))
  const inPart = heading === '' ? 'The beginning' : `“${heading}”`
  const open = [...marks, ...(/\.{3}|…/.test(words) ? ['three dots where words belong'] : [])]
  return open.length > 0 ? [{ words: `${inPart} still has ${joined(open)}.`, heading }] : []
}

function sentence(names: readonly string[], what: string, many = what): readonly SigningFinding[] {
  if (names.length === 0) return []
  const who = names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : joined(names)
  return [{ words: `${who} ${names.length === 1 ? 'has' : 'have'} ${names.length === 1 ? what : many}.` }]
}

function plainKey(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
}
