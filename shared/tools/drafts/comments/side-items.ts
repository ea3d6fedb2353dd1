import { isWaiting, type ShownProposal } from '../proposals/proposal-selectors'
import type { Span } from '../wording-text'
import type { Thread } from './comment-schema'
import { type CommentThread, isOrphaned } from './comment-selectors'

/** What stands beside a wording: a thread with the wordings proposed in it, or a proposed wording by itself. */
export type SideItem =
  | { readonly kind: 'thread'; readonly id: string; readonly thread: CommentThread; readonly proposals: readonly ShownProposal[] }
  | { readonly kind: 'proposal'; readonly id: string; readonly shown: ShownProposal }

/** Comments and proposed wordings together, by how they stand. */
export interface SideItems {
  /** In the order of the text; those about the whole wording come first. */
  readonly open: readonly SideItem[]
  /** Open, and all the words they stood on are gone; latest first. */
  readonly orphaned: readonly SideItem[]
  /** Resolved, decided or withdrawn; latest first. */
  readonly settled: readonly SideItem[]
}

/** Puts proposals into the threads they came out of; one that waits stands by itself when its thread is settled or gone. */
export function sideItems(threads: readonly CommentThread[], all: readonly ShownProposal[]): SideItems {
  const threadOf = new Map(threads.map((thread) => [thread.head.id as string, thread]))
  const home = (shown: ShownProposal) => {
    const thread = threadOf.get(shown.proposal.threadId ?? '')
    return thread && !(thread.head.resolved && isWaiting(shown)) ? thread.head.id : undefined
  }
  const items: SideItem[] = [
    ...threads.map((thread): SideItem => {
      const { id } = thread.head
      return { kind: 'thread', id, thread, proposals: all.filter((shown) => home(shown) === id).sort(oldestFirst) }
    }),
    ...all.filter((shown) => home(shown) === undefined).map((shown): SideItem => ({ kind: 'proposal', id: shown.proposal.id, shown })),
  ]
  const open = items.filter((item) => settledAt(item) === undefined)
  return {
    open: open.filter((item) => !isAdrift(item)).sort((a, b) => startOf(a) - startOf(b) || begunAt(a) - begunAt(b) || byId(a, b)),
    orphaned: open.filter(isAdrift).sort((a, b) => begunAt(b) - begunAt(a) || byId(a, b)),
    settled: items.filter((item) => settledAt(item) !== undefined).sort((a, b) => (settledAt(b) ?? 0) - (settledAt(a) ?? 0) || byId(a, b)),
  }
}

/** Words to be marked in the text: those of a thread, or those that somebody would put others for. */
export interface MarkedWords extends Pick<Thread, 'anchor' | 'quote'> {
  readonly id: string
  readonly kind: SideItem['kind']
  readonly spans: readonly Span[]
}

/** What is open and bound to words; a proposal in a thread on the same words needs no mark of its own. */
export function markedWords({ open, orphaned }: SideItems): readonly MarkedWords[] {
  return [...open, ...orphaned].flatMap((item): readonly MarkedWords[] => {
    if (item.kind === 'proposal') return proposalMarks([item.shown])
    const { head, spans } = item.thread
    if (!head.anchor) return proposalMarks(item.proposals)
    return [{ id: head.id, kind: 'thread', anchor: head.anchor, quote: head.quote, spans }]
  })
}

function proposalMarks(all: readonly ShownProposal[]): readonly MarkedWords[] {
  return all.flatMap((shown) => {
    const { id, anchor, before: quote } = shown.proposal
    return anchor && isWaiting(shown) ? [{ id, kind: 'proposal', anchor, quote, spans: shown.spans } as const] : []
  })
}

/** Whether the item, or one inside it, has this id. */
export function holds(item: SideItem, id: string | undefined): boolean {
  return item.id === id || (item.kind === 'thread' && item.proposals.some(({ proposal }) => proposal.id === id))
}

function isAdrift(item: SideItem): boolean {
  return item.kind === 'thread' ? isOrphaned(item.thread) : item.shown.standing === 'gone'
}

function startOf(item: SideItem): number {
  const { spans } = item.kind === 'thread' ? item.thread : item.shown
  return spans[0]?.from ?? -1
}

function begunAt(item: SideItem): number {
  return item.kind === 'thread' ? item.thread.head.createdAtMs : item.shown.proposal.createdAtMs
}

/** When it was settled; undefined while it is open. */
function settledAt(item: SideItem): number | undefined {
  if (item.kind === 'thread') return item.thread.head.resolved?.atMs
  const { decided, withdrawnAtMs } = item.shown.proposal
  return decided?.atMs ?? withdrawnAtMs
}

/** People's clocks differ, so the id breaks ties and every screen shows the same order. */
function byId(a: SideItem, b: SideItem): number {
  return a.id < b.id ? -1 : 1
}

function oldestFirst(a: ShownProposal, b: ShownProposal): number {
  return a.proposal.createdAtMs - b.proposal.createdAtMs || (a.proposal.id < b.proposal.id ? -1 : 1)
}
