import { useEffect, useMemo, useRef } from 'react'
import * as Y from 'yjs'
import { bodyRoot, origins, replies, threads } from '../../../shared/tools/drafts/collections'
import type { Reply, Thread } from '../../../shared/tools/drafts/comment-schema'
import { type CommentGroups, type CommentThread, commentThreads, groupThreads } from '../../../shared/tools/drafts/comment-selectors'
import type { Origin } from '../../../shared/tools/drafts/origin-schema'
import { type WordingText, wordingText } from '../../../shared/tools/drafts/wording-text'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { announceOthers } from '../../ui/announce'
import type { Wording } from './live-wording'
import { readyDoc, useDraftRoom } from './use-draft-room'

/** The comments on a draft as they are now. */
export interface Comments {
  /** Their document; undefined until it is in. */
  readonly doc: Y.Doc | undefined
  /** The text that they stand on. */
  readonly text: WordingText
  readonly all: readonly CommentThread[]
  readonly groups: CommentGroups
  /** Where its words come from, as it was kept. */
  readonly origins: readonly Origin[]
}

const nothing = new Y.Doc()
const noText: WordingText = { characters: '', lines: [] }

/** The comments on a draft, current, each where its words stand now. */
export function useComments(draftId: string, draftDoc: Y.Doc | undefined, wording: Wording): Comments {
  const doc = readyDoc(useDraftRoom(draftId, 'comments'))
  const heads = useRecords(threads, doc ?? nothing)
  const answers = useRecords(replies, doc ?? nothing)
  const kept = useRecords(origins, doc ?? nothing)
  // The wording is read anew whenever the document's text has changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const text = useMemo(() => (draftDoc ? wordingText(draftDoc.getXmlFragment(bodyRoot)) : noText), [draftDoc, wording])
  const all = useMemo(() => commentThreads(heads, answers, text), [heads, answers, text])
  const groups = useMemo(() => groupThreads(all), [all])
  useAnnouncedComments(doc, heads, answers)
  return { doc, text, all, groups, origins: kept }
}

/** Says who commented and answered; what this person did is said by the doing. */
function useAnnouncedComments(doc: Y.Doc | undefined, heads: readonly Thread[], answers: readonly Reply[]): void {
  const { actor, record } = useWorkshop()
  const known = useRef<{ readonly doc: Y.Doc; readonly ids: Set<string> }>(undefined)
  useEffect(() => {
    if (!doc) return
    const isFirst = known.current?.doc !== doc
    const before = isFirst ? new Set<string>() : (known.current?.ids ?? new Set<string>())
    const news = [...heads, ...answers].filter(({ id }) => !before.has(id))
    known.current = { doc, ids: new Set([...heads, ...answers].map(({ id }) => id)) }
    if (isFirst) return
    for (const comment of news) {
      const name = participants.get(record, comment.authorId)?.name ?? 'Somebody'
      if (comment.authorId !== actor.id) announceOthers(`${name} ${'threadId' in comment ? 'answered a comment' : 'commented'}`)
    }
  }, [doc, heads, answers, actor.id, record])
}
