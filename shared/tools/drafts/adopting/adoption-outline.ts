import { dayInWords } from '../../../doc/day'
import { type Block, type OutlineOptions, plain } from '../../../doc/outline'
import type { AdoptedStatement, Adoption, Review, Statement } from '../schema'
import { adoptionInWords } from './adoption-words'
import { recordedLines } from './kept-concerns'
import { type AdoptedVersion, changesBetween, changesInWords } from './lineage'
import { reviewDay } from './review'
import { standingInWords } from './standing'

/** Below an adopted text: how it was adopted, who had reservations, when it is looked at again, and its hash. */
export function adoptionBlocks(statement: AdoptedStatement, options: OutlineOptions): readonly Block[] {
  const { adopted, reviews = [] } = statement
  const next = reviewDay(statement)
  return [
    ...adoptedHow(adopted, options),
    ...reviews.map((review) => reviewInWords(review, options.names)),
    ...(next === undefined ? [] : [`To be reviewed by ${dayInWords(Date.parse(next))}.`]),
    `SHA-256 of the adopted text: ${adopted.textHash}`,
  ].map(meta)
}

/** How a wording was adopted, as it stood then. */
function adoptedHow(adopted: Adoption, options: OutlineOptions): readonly string[] {
  const { agreement, overrideReason } = adopted
  const recorded = options.reservations && agreement ? recordedLines(agreement, options.names) : []
  return [
    adoptionInWords(adopted, options.names),
    ...(agreement && agreement.answered > 0 ? standingInWords(agreement, options.names) : []),
    ...(overrideReason === undefined || !options.reservations ? [] : [`Reason given: ${overrideReason}`]),
    ...recorded.map(({ kind, words }) => `${kind}. ${words}`),
  ]
}

/** For example `Reviewed on 22 November 2027 by Rosa Delgado: it stays as it is.` */
export function reviewInWords({ atMs, byName }: Review, names = true): string {
  return `Reviewed on ${dayInWords(atMs)}${names ? ` by ${byName}` : ''}: it stays as it is.`
}

/** Every version that was in force, with its day, what it changed and why; nothing while there is only one. */
export function lineageBlocks(lineage: readonly AdoptedVersion[], options: OutlineOptions): readonly Block[] {
  if (lineage.length < 2) return []
  const items = lineage.map((version, at) => ({
    blocks: [
      { type: 'paragraph' as const, text: plain(versionInWords(version, lineage[at - 1], lineage[at + 1], options)) },
      // The last one's stand beside its text.
      ...(at < lineage.length - 1 ? [...adoptedHow(version.adopted, options), ...reviewsInWords(version, options)].map(meta) : []),
    ],
  }))
  return [
    { type: 'heading', level: 4, text: plain('Versions') },
    { type: 'list', ordered: false, items },
  ]
}

/** How a version that is in force no more was looked at, and when it was to be. */
function reviewsInWords(version: AdoptedVersion, { names }: OutlineOptions): readonly string[] {
  const due = wasDueInWords(version)
  return [...version.reviews.map((review) => reviewInWords(review, names)), ...(due === undefined ? [] : [due])]
}

/** For example `It was to be reviewed by 3 May 2027.`; undefined when no day was set. */
export function wasDueInWords(version: Pick<AdoptedVersion, 'adopted' | 'reviews'>): string | undefined {
  const day = reviewDay(version)
  return day === undefined ? undefined : `It was to be reviewed by ${dayInWords(Date.parse(day))}.`
}

function versionInWords(
  version: AdoptedVersion,
  before: AdoptedVersion | undefined,
  after: AdoptedVersion | undefined,
  { reservations }: OutlineOptions,
): string {
  return [
    `Version ${version.version}, ${inForceInWords(version, after)}.`,
    before ? changesInWords(changesBetween(before, version)) : '',
    // Why it was changed is as personal as a reservation: free words that may name somebody.
    before && version.why !== undefined && reservations ? sentenceOf(`Why: ${version.why}`) : '',
    `SHA-256: ${version.adopted.textHash}`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** For example `adopted on 22 November 2026, in force until 3 May 2028`. */
export function inForceInWords({ adopted, isInForce }: AdoptedVersion, after: AdoptedVersion | undefined): string {
  const adoptedOn = `adopted on ${dayInWords(adopted.atMs)}`
  if (after) return `${adoptedOn}, in force until ${dayInWords(after.adopted.atMs)}`
  return isInForce ? `${adoptedOn}, in force` : adoptedOn
}

function sentenceOf(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

/** That a new version of an adopted text is being written, and why. */
export function revisionBlocks(working: Statement | undefined, options: OutlineOptions): readonly Block[] {
  if (!working || options.adoptedOnly) return []
  const why = working.why !== undefined && options.reservations ? ` Why: ${working.why}` : ''
  return [meta(`In force until version ${working.version} is adopted, which is being written.${why}`)]
}

function meta(text: string): Block {
  return { type: 'paragraph', text: plain(text), style: 'meta' }
}
