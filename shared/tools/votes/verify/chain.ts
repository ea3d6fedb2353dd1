import { sha256Hex } from '../../../doc/sha256'
import { plural } from '../../../doc/words'
import { type ChainEntry, genesisHash, hashedText, type OpenEntry } from '../../../workshop/ledger-chain'
import type { LedgerExport, RoundExport } from '../round-export'
import { type Check, checkOf } from './check'

const title = 'The chain of entries'

/** What an entry is about, for people. */
const deeds: Readonly<Record<string, string>> = {
  'vote/opened': 'the opening',
  'vote/cast': 'a ballot',
  'vote/consent-step': 'a step of deciding by consent',
  'vote/sense-marked': 'a change marked as none of the sense',
  'vote/sense-contested': 'a mark contested',
  'vote/merged': 'two seats of one person made one',
  'vote/closing': 'the call to close',
  'vote/closed': 'the close',
  'vote/final': 'the final result',
}

/** The entry of a kind, if the chain holds it. */
export function entryOf({ chain }: RoundExport, kind: string): OpenEntry | undefined {
  return openEntries(chain, kind)[0]
}

/** All entries of a kind, in their order. */
export function entriesOf({ chain }: RoundExport, kind: string): readonly OpenEntry[] {
  return openEntries(chain, kind)
}

/** The last cast of each person. */
export function lastCasts(file: RoundExport): ReadonlyMap<unknown, OpenEntry> {
  return new Map(entriesOf(file, 'vote/cast').map((entry) => [entry.payload.participantId, entry]))
}

/** Whether a round's entries follow from one another, from its opening to its close, and none is missing. */
export function checkRoundChain(file: RoundExport): Check {
  const { chain, workshopId, roundId } = file
  const [first] = chain
  const last = chain.at(-1)
  const end = file.final ? 'vote/final' : 'vote/closed'
  const foreign = chain.filter((entry) => isOpen(entry) && entry.payload.roundId !== roundId)
  const sealedCount = chain.filter((entry) => !isOpen(entry)).length
  const others =
    sealedCount > 0
      ? ` ${plural(sealedCount, 'entry', 'entries')} of other matters among them ${sealedCount === 1 ? 'is' : 'are'} shown by hash alone.`
      : ''
  return checkOf(
    title,
    [
      ...(first && isOpen(first) && first.kind === 'vote/opened' ? [] : ['The chain does not begin with the opening of this vote.']),
      ...(last && isOpen(last) && last.kind === end ? [] : [`The chain does not end with ${deeds[end]} of this vote.`]),
      ...foreign.map((entry) => `${nameOf(entry)} belongs to another vote.`),
      ...linkFaults(workshopId, chain),
    ],
    `${plural(chain.length, 'entry follows', 'entries follow')} from one another, from the opening to ${deeds[end]}.${others}`,
  )
}

/** Whether a workshop's whole chain holds, from its first entry on. */
export function checkLedger({ chain, workshopId }: LedgerExport): Check {
  const [first] = chain
  const begins = first === undefined || (first.seq === 1 && first.previousHash === genesisHash)
  return checkOf(
    title,
    [...(begins ? [] : ['The first entry of the workshop is missing.']), ...linkFaults(workshopId, chain)],
    `${plural(chain.length, 'entry follows', 'entries follow')} from one another, from the first on.`,
  )
}

function linkFaults(workshopId: string, chain: readonly ChainEntry[]): string[] {
  return chain.flatMap((entry, index) => {
    const before = chain[index - 1]
    const changed = isOpen(entry) && entry.hash !== hashOf(workshopId, entry)
    return [
      ...(before ? placeFaults(before, entry) : []),
      ...(changed ? [`${nameOf(entry)} was changed: what it says does not give its hash.`] : []),
    ]
  })
}

function placeFaults(before: ChainEntry, entry: ChainEntry): string[] {
  if (entry.seq > before.seq + 1) return [`Between entry ${before.seq} and entry ${entry.seq} something is missing.`]
  if (entry.seq !== before.seq + 1) return [`Entry ${entry.seq} stands in the wrong place, after entry ${before.seq}.`]
  return entry.previousHash === before.hash
    ? []
    : [`${nameOf(entry)} does not follow from the entry before it: one of the two was changed.`]
}

function hashOf(workshopId: string, entry: OpenEntry): string {
  return sha256Hex(hashedText(workshopId, { ...entry, payload: JSON.stringify(entry.payload) }))
}

function nameOf(entry: ChainEntry): string {
  const deed = isOpen(entry) ? deeds[entry.kind] : undefined
  return deed ? `Entry ${entry.seq} (${deed})` : `Entry ${entry.seq}`
}

function openEntries(chain: readonly ChainEntry[], wanted: string): readonly OpenEntry[] {
  return chain.filter(isOpen).filter(({ kind }) => kind === wanted)
}

function isOpen(entry: ChainEntry): entry is OpenEntry {
  return 'kind' in entry
}
