import { blocksText } from '../../../doc/canonical-text'
import { dayInWords } from '../../../doc/day'
import { type Block, type OutlineOptions, plain } from '../../../doc/outline'
import { joined, plural } from '../../../doc/words'
import { keptBlocks } from '../selectors'
import { type MinorityStatement, standingBehind } from './minority'

/**
 * A closed minority statement with those who stand behind it; of one that is being written only that it is.
 *
 * @param title its heading, which says of an earlier version which one it is about
 */
export function minorityBlocks(
  draft: MinorityStatement | undefined,
  options: OutlineOptions,
  title = 'Minority statement',
): readonly Block[] {
  if (!draft) return []
  const { frozen } = draft.minority
  if (!frozen) return options.adoptedOnly ? [] : [meta(beingWrittenInWords(draft))]
  const standing = standingBehind(draft, frozen.textHash).map(({ name }) => name)
  return [
    { type: 'heading', level: 3, text: plain(title) },
    ...keptBlocks(frozen).map(belowHeading),
    meta(standingInWords(standing, options.names)),
    meta(`Closed on ${dayInWords(frozen.atMs)}. SHA-256 of the minority statement: ${frozen.textHash}`),
  ]
}

/** The minority statement on a version that is in force no more: as it was closed, or as far as it was written when it was left open. */
export function earlierMinorityBlocks(
  draft: MinorityStatement | undefined,
  options: OutlineOptions,
  { version, soFar }: { readonly version: number; readonly soFar: readonly Block[] | undefined },
): readonly Block[] {
  const title = `Minority statement on version ${version}`
  if (!draft || draft.minority.frozen) return minorityBlocks(draft, options, title)
  if (options.adoptedOnly) return []
  const words = soFar?.filter((block) => blocksText([block]) !== '') ?? []
  const said =
    words.length > 0
      ? 'This is what it says so far.'
      : soFar
        ? 'It has no words yet.'
        : 'Its words so far are on the screen of the statement.'
  return [{ type: 'heading', level: 3, text: plain(title) }, meta(`${leftOpen} ${said}`), ...words.map(belowHeading)]
}

/** Said of one whose version was replaced before anybody closed it. */
export const leftOpen = 'Left open when the next version was adopted.'

/** For example `A minority statement is being written; it closes on 22 November 2027.` */
export function beingWrittenInWords({ minority: { closesOn } }: MinorityStatement): string {
  const until =
    closesOn === undefined ? 'it stays open until a facilitator names a day' : `it closes on ${dayInWords(Date.parse(closesOn))}`
  return `A minority statement is being written; ${until}.`
}

/** For example `Ana Ruiz and Ben Whitehorse stand behind it.` */
export function standingInWords(names: readonly string[], showNames = true): string {
  if (names.length === 0) return 'Nobody has put a name to it.'
  const who = showNames ? joined(names) : plural(names.length, 'person', 'people')
  return `${who} ${names.length === 1 ? 'stands' : 'stand'} behind it.`
}

/** Headings within it step below its own. */
function belowHeading(block: Block): Block {
  return block.type === 'heading' ? { ...block, level: 4 } : block
}

function meta(text: string): Block {
  return { type: 'paragraph', text: plain(text), style: 'meta' }
}
