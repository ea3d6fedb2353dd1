import { dayInWords } from '../../../doc/day'
import { type Block, type ListItem, type OutlineOptions, type OutlineSection, plain } from '../../../doc/outline'
import { participants } from '../../../workshop/collections'
import type { WorkshopDocs } from '../../tool'
import { lineageOf } from '../adopting/lineage'
import { proposals, replies, threads } from '../collections'
import { kindLabels } from '../guidance'
import { excerpt } from '../plain-text'
import type { Proposal } from '../proposals/proposal-schema'
import { shownProposals } from '../proposals/proposal-selectors'
import type { Statement } from '../schema'
import type { StatementLine } from '../selectors'
import { type CommentThread, commentThreads } from './comment-selectors'
import { type SideItem, sideItems } from './side-items'

/** Who somebody is where they are named. */
type NameOf = (participantId: string) => string

/** What was said about each wording, and which others were proposed; never on the public page. */
export function commentsAnnex(
  docs: WorkshopDocs,
  all: readonly Statement[],
  lines: readonly StatementLine[],
  options: OutlineOptions,
): readonly OutlineSection[] {
  if (options.adoptedOnly) return []
  const nameOf: NameOf = (id) => (options.names ? (participants.get(docs.record, id)?.name ?? 'Somebody') : 'A participant')
  const wordings = lines.flatMap((line) => [
    ...earlierOf(all, line),
    ...[line.adopted, line.working, ...line.rivals].flatMap((each) => each ?? []),
  ])
  let [openCount, settledCount] = [0, 0]
  const blocks = wordings.flatMap((wording): readonly Block[] => {
    const { open, settled } = itemsOf(docs, wording)
    openCount += open.length
    settledCount += settled.length
    if (open.length + settled.length === 0) return []
    return [
      { type: 'heading', level: 2, text: plain(titleOf(wording)) },
      { type: 'paragraph', style: 'meta', text: plain(`${open.length} open, ${settled.length} resolved.`) },
      { type: 'list', ordered: false, items: [...open, ...settled].map((item) => itemOf(item, nameOf)) },
    ]
  })
  if (blocks.length === 0) return []
  const note = `${openCount} open · ${settledCount} resolved`
  return [{ part: 'comments', title: 'Annex: comments and proposed wordings', note, blocks }]
}

/** The versions that were in force before, and what stood beside each while it was written. */
function earlierOf(all: readonly Statement[], { adopted, working, rivals }: StatementLine): readonly Statement[] {
  const last = adopted ?? working
  const current = new Set([adopted, working, ...rivals].map((each) => each?.id))
  const versions = new Set(last ? lineageOf(all, last).flatMap(({ id }) => [id, all.find((each) => each.id === id)?.rivalOf]) : [])
  return all.filter(({ id, rivalOf }) => !current.has(id) && (versions.has(id) || (rivalOf !== undefined && versions.has(rivalOf))))
}

/** Open ones oldest first, then settled ones; where their words stand now is told by the quote alone. */
function itemsOf(docs: WorkshopDocs, { id }: Statement): { readonly open: readonly SideItem[]; readonly settled: readonly SideItem[] } {
  const doc = docs.comments?.(id)
  if (!doc) return { open: [], settled: [] }
  const unread = { characters: '', lines: [] }
  const { open, orphaned, settled } = sideItems(
    commentThreads(threads.all(doc), replies.all(doc), unread),
    shownProposals(proposals.all(doc), unread),
  )
  return { open: [...open, ...orphaned].sort((a, b) => begunAt(a) - begunAt(b)), settled: settled.toReversed() }
}

function begunAt(item: SideItem): number {
  return item.kind === 'thread' ? item.thread.head.createdAtMs : item.shown.proposal.createdAtMs
}

function titleOf({ kind, title, version }: Statement): string {
  const name = title === kindLabels[kind] ? title : `${kindLabels[kind]}: ${title}`
  return version > 1 ? `${name}, version ${version}` : name
}

function itemOf(item: SideItem, nameOf: NameOf): ListItem {
  if (item.kind === 'proposal') return { blocks: proposalBlocks(item.shown.proposal, nameOf) }
  const { thread, proposals: proposed } = item
  const answers = thread.replies.map(({ text, authorId }): ListItem => ({ blocks: [said(nameOf(authorId), text)] }))
  const wordings = proposed.map(({ proposal }): ListItem => ({ blocks: proposalBlocks(proposal, nameOf) }))
  const below = [...answers, ...wordings]
  return { blocks: [...headBlocks(thread, nameOf), ...(below.length > 0 ? [{ type: 'list', ordered: false, items: below } as const] : [])] }
}

function headBlocks({ head }: CommentThread, nameOf: NameOf): readonly Block[] {
  const text = head.deletedAtMs === undefined ? head.text : 'This comment was deleted.'
  const on = head.quote === undefined ? '' : ` on “${head.quote}”`
  return [
    said(`${nameOf(head.authorId)}${on}`, text),
    ...(head.resolved ? [meta(`Resolved by ${nameOf(head.resolved.byId)}, ${dayInWords(head.resolved.atMs)}.`)] : []),
  ]
}

function proposalBlocks({ authorId, anchor, before, words, why, decided, withdrawnAtMs }: Proposal, nameOf: NameOf): readonly Block[] {
  const instead = anchor ? `instead of “${before.replaceAll('\n', ' / ')}”` : `for the whole statement “${excerpt(before, 80)}”`
  return [
    said(`${nameOf(authorId)} proposed ${instead}`, `“${words.replaceAll('\n', ' / ')}”`),
    ...(why === undefined ? [] : [{ type: 'paragraph', text: plain(why) } as const]),
    meta(standing(decided, withdrawnAtMs, nameOf)),
  ]
}

function standing(decided: Proposal['decided'], withdrawnAtMs: number | undefined, nameOf: NameOf): string {
  if (withdrawnAtMs !== undefined) return 'Withdrawn.'
  if (!decided) return 'Nobody has decided yet.'
  const day = dayInWords(decided.atMs)
  if (decided.kind === 'accepted') return `Accepted by ${nameOf(decided.byId)}, ${day}.`
  return `Kept as is by ${nameOf(decided.byId)}, ${day}.${decided.reason === undefined ? '' : ` ${decided.reason}`}`
}

function said(who: string, words: string): Block {
  return { type: 'paragraph', text: [{ text: `${who}: `, marks: ['bold'] }, { text: words }] }
}

function meta(text: string): Block {
  return { type: 'paragraph', text: plain(text), style: 'meta' }
}
