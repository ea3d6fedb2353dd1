import type * as Y from 'yjs'
import { bodyRoot, drafts, origins } from '../../../../shared/tools/drafts/collections'
import { keepTraces } from '../../../../shared/tools/drafts/evidence/origin-commands'
import { type Trace, tracesOf } from '../../../../shared/tools/drafts/evidence/traces'
import { pageInk, wordingText } from '../../../../shared/tools/drafts/wording-text'
import type { WorkshopSession } from '../../../app/workshop-context'

interface Brought {
  /** The other wording, and its document. */
  readonly draftId: string
  readonly doc: Y.Doc
  /** The draft that its words were brought into, and the comments on that. */
  readonly into: Y.Doc
  readonly comments: Y.Doc
}

/** Keeps where words come from that were just brought in from another wording, whole or piece by piece. */
export async function bringAlong(
  { openRoom, actor, serverNow }: Pick<WorkshopSession, 'openRoom' | 'actor' | 'serverNow'>,
  { draftId, doc, into, comments }: Brought,
): Promise<void> {
  const source = wordingText(doc.getXmlFragment(bodyRoot))
  const { text: words } = pageInk(source)
  const handle = openRoom('comments', draftId)
  await handle.ready
  const { traces } = tracesOf(source, origins.all(handle.doc))
  handle.close()
  const whole: Trace = { from: 0, to: words.length, refs: [{ collection: drafts.name, id: draftId }], how: 'rival' }
  const target = wordingText(into.getXmlFragment(bodyRoot))
  const page = pageInk(target).text
  const at = page.lastIndexOf(words)
  const placed = [...traces, whole].flatMap(({ from, to, refs, how }): readonly Trace[] => {
    // Somebody may have typed in between already: then each piece is looked for by itself.
    const start = at < 0 ? page.lastIndexOf(words.slice(from, to)) : at + from
    return start < 0 ? [] : [{ from: start, to: start + to - from, refs, how }]
  })
  keepTraces(comments, actor, target, placed, serverNow())
}
