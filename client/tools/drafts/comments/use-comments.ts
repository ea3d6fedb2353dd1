import { useEffect, useMemo, useRef } from 'react'
import * as Y from 'yjs'
import { origins, proposals, replies, threads } from '../../../../shared/tools/drafts/collections'
import type { Reply, Thread } from '../../../../shared/tools/drafts/comments/comment-schema'
import { commentThreads } from '../../../../shared/tools/drafts/comments/comment-selectors'
import { type MarkedWords, markedWords, type SideItems, sideItems } from '../../../../shared/tools/drafts/comments/side-items'
import type { Origin } from '../../../../shared/tools/drafts/evidence/origin-schema'
import type { Proposal } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import { shownProposals } from '../../../../shared/tools/drafts/proposals/proposal-selectors'
import type { WordingText } from '../../../../shared/tools/drafts/wording-text'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { announceOthers } from '../../../ui/announce'
import { readyDoc, useDraftRoom } from '../use-draft-room'
import { useWordingText } from '../use-wording-text'

/** The comments and proposed wordings on a draft as they are now. */
export interface Comments {
  readonly draftId: string
  /** Their document; undefined until it is in. */
  readonly doc: Y.Doc | undefined
  /** The text that they stand on. */
  readonly text: WordingText
  readonly items: SideItems
  /** The words that are marked in the text. */
  readonly marked: readonly MarkedWords[]
  /** Where its words come from, as it was kept. */
  readonly origins: readonly Origin[]
}

const nothing = new Y.Doc()
const noText: WordingText = { characters: '', lines: [] }

/** The comments and proposed wordings on a draft, current, each where its words stand now. */
export function useComments(draftId: string, draftDoc: Y.Doc | undefined): Comments {
  const doc = readyDoc(useDraftRoom(draftId, 'comments'))
  const heads = useRecords(threads, doc ?? nothing)
  const answers = useRecords(replies, doc ?? nothing)
  const kept = useRecords(origins, doc ?? nothing)
  const text = useWordingText(draftDoc) ?? noText
  const wishes = useRecords(proposals, doc ?? nothing)
  const items = useMemo(() => sideItems(commentThreads(heads, answers, text), shownProposals(wishes, text)), [heads, answers, wishes, text])
  const marked = useMemo(() => markedWords(items), [items])
  useAnnouncedComments(doc, heads, answers, wishes)
  return { draftId, doc, text, items, marked, origins: kept }
}

/** Says who commented, answered, proposed and decided; what this person did is said by the doing. */
function useAnnouncedComments(
  doc: Y.Doc | undefined,
  heads: readonly Thread[],
  answers: readonly Reply[],
  wishes: readonly Proposal[],
): void {
  const { actor, record } = useWorkshop()
  const known = useRef<{ readonly doc: Y.Doc; readonly ids: Set<string> }>(undefined)
  useEffect(() => {
    if (!doc) return
    const isFirst = known.current?.doc !== doc
    const before = isFirst ? new Set<string>() : (known.current?.ids ?? new Set<string>())
    const doings = [
      ...heads.map(({ id, authorId }) => ({ id, by: authorId, what: 'commented' })),
      ...answers.map(({ id, authorId }) => ({ id, by: authorId, what: 'answered a comment' })),
      ...wishes.map(({ id, authorId }) => ({ id, by: authorId, what: 'proposed another wording' })),
      ...wishes.flatMap(({ id, decided }) => {
        if (!decided) return []
        const what = decided.kind === 'accepted' ? 'accepted a proposed wording' : 'kept the text as it is'
        return [{ id: `${id} ${decided.atMs}`, by: decided.byId, what }]
      }),
    ]
    known.current = { doc, ids: new Set(doings.map(({ id }) => id)) }
    if (isFirst) return
    for (const { id, by, what } of doings) {
      const name = participants.get(record, by)?.name ?? 'Somebody'
      if (!before.has(id) && by !== actor.id) announceOthers(`${name} ${what}`)
    }
  }, [doc, heads, answers, wishes, actor.id, record])
}
