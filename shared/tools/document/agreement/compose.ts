import { type AgreementOutline, type AgreementSection, type Placeholder, placeholders } from '../../../content/working-agreement'
import { blocksText, textHash } from '../../../doc/canonical-text'
import type { ComposedFrom, ComposedPart } from '../../../doc/composed'
import { type Block, plain } from '../../../doc/outline'
import type { Fill } from '../../tool'
import { dateInWords } from '../date'

/** What a person was asked for, by the placeholder's key; empty where they left it open. */
export type Answers = Readonly<Record<string, string>>

/** Answers as they were sent, in words; a day stays a day. */
export function answersInText(answers: Readonly<Record<string, string | number | undefined>>): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])))
}

/** Longer than this, a fill is spoken of rather than written out: a text holds 200 000 characters. */
const mostWritten = 60_000

/** A placeholder with what fills it. */
interface Filled {
  readonly words: string
  readonly blocks: readonly Block[]
  readonly refs: Fill['refs']
}

/** An agreement's text from its outline: each section's first words, filled with what the workshop holds and what was answered. */
export function composeAgreement(outline: AgreementOutline, fills: readonly Fill[], answers: Answers): readonly ComposedPart[] {
  return outline.sections.flatMap((section) => [
    { blocks: [{ type: 'heading', level: 1, text: plain(section.heading) } as const] },
    ...section.starterText.split('\n\n').flatMap((words) => paragraphParts(words, fills, answers)),
  ])
}

/** What stands in the text where something is still to be said. */
export function openMark({ label }: Pick<Placeholder, 'label'>): string {
  return `[${label}]`
}

/** The placeholders of an outline, in the order in which it needs them. */
export function placeholdersOf({ sections }: AgreementOutline): readonly Placeholder[] {
  const keys = new Set(sections.flatMap(keysIn))
  return [...keys].flatMap((key) => placeholders.find((each) => each.key === key) ?? [])
}

/** What the workshop held when the text was put together, as it is kept with the text. */
export function usedFills(outline: AgreementOutline, fills: readonly Fill[]): ComposedFrom['fills'] {
  const wanted = new Set(placeholdersOf(outline).map(({ fillFrom }) => fillFrom))
  return fills.filter(({ from }) => wanted.has(from)).map((fill) => ({ from: fill.from, hash: fillHash(fill) }))
}

/** Tells whether a fill is still what it was. */
export function fillHash({ words, blocks = [] }: Fill): string {
  return textHash(`${words}\n\n${blocksText(blocks)}`)
}

const mark = /\{\{(\w+)\}\}/g

function keysIn({ starterText }: AgreementSection): readonly string[] {
  return [...starterText.matchAll(mark)].map(([, key = '']) => key)
}

/** One paragraph of a starter; tables and lists that fill it stand below its words. */
function paragraphParts(starter: string, fills: readonly Fill[], answers: Answers): readonly ComposedPart[] {
  const keys = [...starter.matchAll(mark)].map(([, key = '']) => key)
  const filled = new Map(keys.map((key) => [key, fillFor(key, fills, answers)]))
  const only = starter === `{{${keys[0]}}}` ? filled.get(keys[0] ?? '') : undefined
  const below = [...filled.values()].filter(({ blocks }) => blocks.length > 0)
  const parts = below.map(({ blocks, refs }) => ({ blocks, ...(refs ? { refs } : {}) }))
  if (only && parts.length > 0) return parts
  const words = starter.replace(mark, (_, key: string) => filled.get(key)?.words ?? '')
  const refs = only?.refs
  return [{ blocks: [{ type: 'paragraph', text: plain(words) }], ...(refs ? { refs } : {}) }, ...parts]
}

function fillFor(key: string, fills: readonly Fill[], answers: Answers): Filled {
  const placeholder = placeholders.find((each) => each.key === key)
  if (!placeholder) throw new RangeError(`the outline has no placeholder ${key}`)
  const fill = fills.find(({ from }) => from === placeholder.fillFrom)
  const { words = answered(placeholder, answers), blocks = [], refs } = fill ?? {}
  return { words, blocks: blocksText(blocks).length > mostWritten ? [] : blocks, refs }
}

function answered({ key, type, label }: Placeholder, answers: Answers): string {
  const answer = answers[key]?.trim() ?? ''
  if (answer === '') return openMark({ label })
  return type === 'date' ? dateInWords(answer) : answer
}
