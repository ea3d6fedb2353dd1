import type { Block, Inline, OutlineOptions, OutlineSection } from '../../doc/outline'
import { plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import type { WorkshopDocs } from '../tool'
import { decisions } from './collections'
import type { Decision } from './schema'
import { inOrder, reservationInWords, turnoutInWords } from './selectors'

/** The log as a table, then what people had reservations about and why a check was overruled. */
export function decisionsOutline(docs: WorkshopDocs, options: OutlineOptions): readonly OutlineSection[] {
  const log = inOrder(decisions.all(docs.record))
  if (log.length === 0) return []
  const blocks: Block[] = [logTable(log, options)]
  // Why a check was overruled is as personal as a reservation: free words that may name somebody.
  const overruled = options.reservations ? log.filter((decision) => decision.overrideReason) : []
  if (overruled.length > 0) blocks.push(heading('Adopted without a passed check'), list(overruled.map(overruledInWords)))
  const doubted = options.reservations ? log.filter((decision) => decision.reservations.length > 0) : []
  if (doubted.length > 0) blocks.push(heading('Reservations'), ...doubted.map((decision) => reservationList(decision, options)))
  return [{ part: 'decisions', title: 'Decision log', blocks, note: plural(log.length, 'decision') }]
}

function logTable(log: readonly Decision[], options: OutlineOptions): Block {
  const head = ['No.', 'Date', 'What was decided', 'How', 'By'].slice(0, options.names ? 5 : 4).map(plain)
  const rows = log.map((decision) =>
    [String(decision.number), dayOf(decision.atMs), decision.words, howInWords(decision), decision.byName]
      .slice(0, options.names ? 5 : 4)
      .map(plain),
  )
  return { type: 'table', caption: 'What the group decided, in order', head, rows }
}

function howInWords(decision: Decision): string {
  const turnout = turnoutInWords(decision)
  return [decision.how, turnout && `${turnout}.`].filter(Boolean).join(' ')
}

function overruledInWords(decision: Decision): readonly Inline[] {
  return [{ text: `No. ${decision.number}: `, marks: ['bold'] }, { text: decision.overrideReason ?? '' }]
}

function reservationList(decision: Decision, { names }: OutlineOptions): Block {
  const items = decision.reservations.map((reservation) => reservationInWords(names ? reservation : { ...reservation, name: undefined }))
  return list(items.map((words) => [{ text: `No. ${decision.number}: `, marks: ['bold'] as const }, { text: words }]))
}

function heading(text: string): Block {
  return { type: 'heading', level: 3, text: plain(text) }
}

function list(items: readonly (readonly Inline[])[]): Block {
  return { type: 'list', ordered: false, items: items.map((text) => ({ blocks: [{ type: 'paragraph', text }] })) }
}

/** By UTC, so that every export of the same log reads the same wherever it is made. */
function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}
