import { blocksText, textHash } from '../../../../shared/doc/canonical-text'
import { draftRoom, recordRoom } from '../../../../shared/sync/room-name'
import { dayStartMs } from '../../../../shared/tools/drafts/adopting/review'
import { drafts } from '../../../../shared/tools/drafts/collections'
import { isMinority, type MinorityStatement, standingBehind } from '../../../../shared/tools/drafts/minority/minority'
import type { DraftId, Statement } from '../../../../shared/tools/drafts/schema'
import { bodyBlocks } from '../../../../shared/tools/drafts/selectors'
import type { DocWrite, Effects, ServerContext, Tx } from '../../server-tool'
import { changeMinority, closingMinorities, findMinority } from './minorities-ledger'

/** When minority statements close, and with which words. */
export interface MinorityClosing {
  /** After boot: sets the timers of those that close on a day. */
  resume(): Promise<void>
  /** Inside the act that adopts a wording: freezes its minority statement if somebody stands behind its very words. */
  adopted(tx: Tx, workshopId: string, draftId: DraftId): Promise<Left>
  /** A day was named. */
  watch(workshopId: string, draftId: string, day: string): void
}

type Left = Required<Pick<Effects<void>, 'writes' | 'ledger'>>
const nothing: Left = { writes: [], ledger: [] }

/** A restart must not open every workshop of the house at once. */
const apartMs = 50

export function createMinorityClosing(context: ServerContext): MinorityClosing {
  const { governed, readDoc, now, at, db } = context

  /** Closes it for ever, with its words and those who stand behind them; without words it is set aside. */
  async function close(tx: Tx, workshopId: string, draft: MinorityStatement): Promise<Left> {
    const blocks = await readDoc(draftRoom(workshopId, draft.id), bodyBlocks)
    const text = blocksText(blocks)
    const atMs = now()
    if (text === '') {
      await changeMinority(tx, draft.id, { closed_at_ms: atMs })
      return { writes: [patchDraft(workshopId, draft, { state: 'retired' })], ledger: [] }
    }
    const frozen = { text, blocksJson: JSON.stringify(blocks), textHash: textHash(text), atMs }
    const stood = standingBehind(draft, frozen.textHash).map(({ participantId }) => participantId)
    await changeMinority(tx, draft.id, { closed_at_ms: atMs, text, text_hash: frozen.textHash, stood: JSON.stringify(stood) })
    // Fields of the union's arm `locked`, which a patch cannot see.
    const change = { state: 'locked', lockedByName: '', minority: { ...draft.minority, frozen } } as Partial<Statement>
    const payload = { draftId: draft.id, minorityOf: draft.minorityOf, textHash: frozen.textHash, stood }
    return { writes: [patchDraft(workshopId, draft, change)], ledger: [{ kind: 'minority/frozen', payload }] }
  }

  async function closeOnItsDay(workshopId: string, draftId: string, day: string): Promise<void> {
    await governed(workshopId, async (tx): Promise<Effects<void>> => {
      const draft = await minorityIn(context, workshopId, draftId)
      // Another day may have been named meanwhile.
      if (draft?.state !== 'open' || draft.minority.closesOn !== day) return { result: undefined }
      return { result: undefined, ...(await close(tx, workshopId, draft)) }
    })
  }

  function watchFrom(atMs: number, workshopId: string, draftId: string, day: string): void {
    at(Math.max(atMs, dayStartMs(day)), () => closeOnItsDay(workshopId, draftId, day))
  }

  return {
    watch: (workshopId, draftId, day) => watchFrom(now(), workshopId, draftId, day),

    async resume() {
      const rows = await closingMinorities(db)
      for (const [index, row] of rows.entries()) {
        if (row.closes_on !== null) watchFrom(now() + index * apartMs, row.workshop_id, row.draft_id, row.closes_on)
      }
    },

    async adopted(tx, workshopId, draftId) {
      const row = await findMinority(tx, workshopId, draftId)
      const draft = row && (await minorityIn(context, workshopId, row.draft_id))
      if (draft?.state !== 'open') return nothing
      const text = blocksText(await readDoc(draftRoom(workshopId, draft.id), bodyBlocks))
      const isFinished = text !== '' && standingBehind(draft, textHash(text)).length > 0
      return isFinished ? close(tx, workshopId, draft) : nothing
    },
  }
}

/** A minority statement as the record has it; undefined when there is none by this id. */
export function minorityIn({ readDoc }: Pick<ServerContext, 'readDoc'>, workshopId: string, draftId: string) {
  return readDoc(recordRoom(workshopId), (doc): MinorityStatement | undefined => {
    const draft = drafts.get(doc, draftId)
    return draft && isMinority(draft) ? draft : undefined
  })
}

/** Changes fields of a draft in the record. */
export function patchDraft(workshopId: string, { id }: Pick<Statement, 'id'>, change: Partial<Statement>): DocWrite {
  return { room: recordRoom(workshopId), write: (doc) => void drafts.patch(doc, id, change) }
}
