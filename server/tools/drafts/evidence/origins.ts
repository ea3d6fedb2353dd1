import type * as Y from 'yjs'
import type { ParticipantId } from '../../../../shared/access/actor'
import { limits } from '../../../../shared/sync/limits'
import { commentsRoom, draftRoom } from '../../../../shared/sync/room-name'
import { bodyRoot, origins } from '../../../../shared/tools/drafts/collections'
import { evidenceOf, type SourcesReader } from '../../../../shared/tools/drafts/evidence/evidence'
import type { Evidence } from '../../../../shared/tools/drafts/evidence/evidence-schema'
import type { Origin } from '../../../../shared/tools/drafts/evidence/origin-schema'
import { originsFor, type Trace, tracesOf } from '../../../../shared/tools/drafts/evidence/traces'
import type { DraftId } from '../../../../shared/tools/drafts/schema'
import { pageInk, type WordingText, wordingText } from '../../../../shared/tools/drafts/wording-text'
import type { DocWrite, ServerContext } from '../../server-tool'

/** A wording's visible characters, and where they come from. */
export interface TracedInk {
  readonly ink: string
  readonly traces: readonly Trace[]
}

/** Reads the characters of a wording and where they come from, as both are now. */
export function tracedInk(context: ServerContext, workshopId: string, draftId: DraftId): Promise<TracedInk> {
  return withOrigins(context, workshopId, draftId, (text, all) => ({
    ink: pageInk(text).text,
    traces: tracesOf(text, all).traces.map(({ from, to, refs, how }) => ({ from, to, refs, how })),
  }))
}

/** Where the words of a wording come from, for keeping. */
export function evidenceFor(
  context: ServerContext,
  reader: SourcesReader,
  { workshopId, draftId, textHash }: { readonly workshopId: string; readonly draftId: DraftId; readonly textHash: string },
): Promise<Evidence> {
  return withOrigins(context, workshopId, draftId, (text, all) => evidenceOf({ draftId, text, textHash }, all, reader))
}

async function withOrigins<T>(
  { readDoc }: ServerContext,
  workshopId: string,
  draftId: DraftId,
  read: (text: WordingText, all: readonly Origin[]) => T,
): Promise<T> {
  const all = await readDoc(commentsRoom(workshopId, draftId), (doc) => origins.all(doc).slice(0, limits.originsRead))
  return readDoc(draftRoom(workshopId, draftId), (doc) => read(wordingText(doc.getXmlFragment(bodyRoot)), all))
}

/** Fills a new wording's document and says where its words come from, in one act. */
export function tracedWrites(
  workshopId: string,
  draftId: DraftId,
  {
    fill,
    traces,
    authorId,
    nowMs,
  }: {
    readonly fill: (doc: Y.Doc) => void
    readonly traces: readonly Trace[]
    readonly authorId: ParticipantId
    readonly nowMs: number
  },
): readonly DocWrite[] {
  let made: readonly Origin[] = []
  const words: DocWrite = {
    room: draftRoom(workshopId, draftId),
    write(doc) {
      fill(doc)
      made = originsFor(wordingText(doc.getXmlFragment(bodyRoot)), traces, { authorId, nowMs })
    },
  }
  if (traces.length === 0) return [words]
  // Documents are written in the order in which an act names them, so the words that origins hold on to are there.
  const sources: DocWrite = {
    room: commentsRoom(workshopId, draftId),
    write(doc) {
      for (const origin of made) origins.put(doc, origin)
    },
  }
  return [words, sources]
}
