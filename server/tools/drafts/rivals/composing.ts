import type { ComposedPart } from '../../../../shared/doc/composed'
import type { RecordRef } from '../../../../shared/doc/ids'
import { type Block, plain } from '../../../../shared/doc/outline'
import { limits } from '../../../../shared/sync/limits'
import { recordRoom } from '../../../../shared/sync/room-name'
import { drafts } from '../../../../shared/tools/drafts/collections'
import type { PickedPhrase } from '../../../../shared/tools/drafts/contract'
import { carried, type Trace, uniqueRefs } from '../../../../shared/tools/drafts/evidence/traces'
import { problem } from '../../../../shared/tools/drafts/problems'
import { type MarkedInk, markedInk } from '../../../../shared/tools/drafts/rivals/kept-marks'
import { mergedBlocks, placeOf } from '../../../../shared/tools/drafts/rivals/merged-blocks'
import type { AdoptedStatement, DraftId, Statement } from '../../../../shared/tools/drafts/schema'
import { isLive, keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { inkOf } from '../../../../shared/tools/drafts/wording-text'
import type { Source, SourceGroup } from '../../../../shared/tools/tool'
import { problem as kernelProblem } from '../../../../shared/workshop/problems'
import type { ServerContext } from '../../server-tool'
import { type TracedInk, tracedInk } from '../evidence/origins'
import { blocksOf } from '../present-text'

/** What a new wording begins with, and where that comes from. */
export interface Composed {
  readonly blocks: readonly Block[]
  readonly traces: readonly Trace[]
}

/**
 * Puts picked phrases together; each takes along its bold, links and other marks, and where its words came from in its wording.
 *
 * @throws WorkshopError `draft/phrase-changed` naming the phrase when a picked one does not stand in its wording any more
 */
export async function mergedFrom(
  context: ServerContext,
  workshopId: string,
  rootId: DraftId,
  phrases: readonly PickedPhrase[],
): Promise<Composed> {
  const all = await context.readDoc(recordRoom(workshopId), (doc) => drafts.all(doc))
  const wordings = new Map<DraftId, { readonly statement: Statement; readonly text: TracedInk; readonly marked: MarkedInk }>()
  for (const { draftId } of phrases) {
    if (draftId === undefined || wordings.has(draftId)) continue
    const statement = all.find(({ id }) => id === draftId)
    if (!statement || (statement.id !== rootId && statement.rivalOf !== rootId)) throw kernelProblem('request/not-found')
    if (!isLive(statement)) throw problem('draft/retired', { draftId })
    const marked = markedInk(await blocksOf(context, workshopId, statement))
    wordings.set(draftId, { statement, text: await tracedInk(context, workshopId, draftId), marked })
  }
  const found = new Map<PickedPhrase, number>()
  let end = 0
  const traces = phrases.flatMap((phrase, index): readonly Trace[] => {
    const words = inkOf(phrase.text).text
    const at = end
    end += words.length
    const wording = phrase.draftId && wordings.get(phrase.draftId)
    if (!wording) return []
    const { statement, text } = wording
    const from = placeOf(text.ink, phrase)
    if (from === undefined) {
      throw problem('draft/phrase-changed', {
        words: phrase.text.slice(0, 80),
        title: statement.title,
        draftId: statement.id,
        phrase: index,
      })
    }
    found.set(phrase, from)
    const whole = { from: at, to: at + words.length, refs: [{ collection: drafts.name, id: statement.id }], how: 'merged' as const }
    return [...carried(text.traces, { from, to: from + words.length }, at), whole]
  })
  const blocks = mergedBlocks(phrases, (phrase) => {
    const [from, wording] = [found.get(phrase), phrase.draftId && wordings.get(phrase.draftId)]
    return from === undefined || !wording ? undefined : { marked: wording.marked, from }
  })
  return { blocks, traces }
}

/** An adopted wording as its next version begins: every word comes from it, and from where it had it. */
export async function revisionOf(context: ServerContext, workshopId: string, { id, adopted }: AdoptedStatement): Promise<Composed> {
  const { ink, traces } = await tracedInk(context, workshopId, id)
  const whole: Trace = { from: 0, to: ink.length, refs: [{ collection: drafts.name, id }], how: 'rival' }
  return { blocks: keptBlocks(adopted), traces: [...traces, whole] }
}

/** A wording that begins with a text put together: the words of other wordings come from them. */
export function begunFromParts(parts: readonly ComposedPart[]): Composed {
  let at = 0
  const traces = parts.flatMap(({ blocks, refs = [] }): readonly Trace[] => {
    const from = at
    at += markedInk(blocks).ink.length
    return refs.length === 0 ? [] : [{ from, to: at, refs: uniqueRefs(refs), how: 'merged' }]
  })
  return { blocks: parts.flatMap(({ blocks }) => blocks), traces }
}

/**
 * A wording that begins with notes: the words of each as an item of a list, under the name of its cluster.
 *
 * @throws WorkshopError `draft/note-gone` when one of them is not there; `draft/too-many-notes`
 */
export function begunFromNotes(groups: readonly SourceGroup[], refs: readonly RecordRef[]): Composed {
  const wanted = new Set(refs.map(keyOf))
  const material = groups.filter(({ isMaterial }) => isMaterial)
  const found = new Set<string>()
  const chosen = material.flatMap((group): { readonly group: SourceGroup; readonly items: readonly Source[] }[] => {
    const isWhole = group.source !== undefined && wanted.has(keyOf(group.source.ref))
    const items = group.items.filter(({ ref }) => isWhole || wanted.has(keyOf(ref)))
    for (const ref of [...items.map((item) => item.ref), ...(isWhole && group.source ? [group.source.ref] : [])]) found.add(keyOf(ref))
    return items.length > 0 ? [{ group, items }] : []
  })
  if ([...wanted].some((key) => !found.has(key))) throw problem('draft/note-gone')
  const count = chosen.reduce((sum, { items }) => sum + items.length, 0)
  if (count > limits.notesPerWording) throw problem('draft/too-many-notes', { notes: limits.notesPerWording })
  return { blocks: chosen.flatMap(listOf), traces: tracesFrom(chosen) }
}

function listOf({ group, items }: { readonly group: SourceGroup; readonly items: readonly Source[] }): readonly Block[] {
  const list: Block = {
    type: 'list',
    ordered: false,
    items: items.map(({ words }) => ({ blocks: [{ type: 'paragraph', text: plain(words) }] })),
  }
  return group.source ? [{ type: 'heading', level: 2, text: plain(group.title) }, list] : [list]
}

function tracesFrom(chosen: readonly { readonly group: SourceGroup; readonly items: readonly Source[] }[]): readonly Trace[] {
  let at = 0
  const trace = (words: string, refs: readonly RecordRef[]): Trace => {
    const from = at
    at += inkOf(words).text.length
    return { from, to: at, refs: uniqueRefs(refs), how: 'notes' }
  }
  return chosen.flatMap(({ group: { source, title }, items }) => {
    const cluster = source ? [source.ref] : []
    const name = source ? [trace(title, cluster)] : []
    return [...name, ...items.map(({ words, ref }) => trace(words, [ref, ...cluster]))]
  })
}

function keyOf({ collection, id }: RecordRef): string {
  return `${collection}/${id}`
}
