import type { ParticipantId } from '../../../../shared/access/actor'
import { limits } from '../../../../shared/sync/limits'
import { draftRoom } from '../../../../shared/sync/room-name'
import { bodyRoot } from '../../../../shared/tools/drafts/collections'
import type { Anchor } from '../../../../shared/tools/drafts/comments/comment-schema'
import { problem } from '../../../../shared/tools/drafts/problems'
import type { Proposal } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import { isSameWording, proposalSpans, wordsThere } from '../../../../shared/tools/drafts/proposals/proposal-selectors'
import { linesWritten, wordedLines } from '../../../../shared/tools/drafts/proposals/worded-lines'
import type { VersionId } from '../../../../shared/tools/drafts/schema'
import { wordingText } from '../../../../shared/tools/drafts/wording-text'
import type { DocWrite, ServerContext, Tx } from '../../server-tool'
import type { EmptiedLines } from '../late/late-letters'
import { treesOf } from '../rich-tree'
import { addBrought, takeVersion, type VersionKey } from '../versions/version-taking'
import { bringTextBack, textOfTrees } from '../versions/version-text'
import type { VersionsService } from '../versions/versions'
import { findVersion } from '../versions/versions-ledger'
import { replaceWords } from './replace-words'
import { reworkedTrees } from './whole-wording'

/** What an act does to the text of a wording. */
export interface TextChange {
  readonly write: DocWrite
  /** What the decision remembers of it; asked once the text has been written in. */
  readonly traces: () => { readonly anchor?: Anchor; readonly versionId?: VersionId }
}

/** Puts words in the place of others inside an act. */
export interface ProposalText {
  /**
   * @param swap the words that must stand there, and those that are to take their place
   * @throws WorkshopError `draft/words-gone`, `draft/sentence-changed` unless exactly these words stand there;
   *   `draft/too-long` when the wording has no room for the others
   */
  demandThere(key: VersionKey, proposal: Proposal, swap: { readonly there: string; readonly wanted: string }): Promise<void>
  /** Other words where those of the proposal stand now. */
  replaced(key: VersionKey, proposal: Proposal, words: string, author: ParticipantId): TextChange
  /** The proposed words in the place of the whole statement, with the way back as a version. */
  rewritten(tx: Tx, key: VersionKey, proposal: Proposal, by: ParticipantId, emptied: EmptiedLines): Promise<TextChange>
  /** The statement as it was before a whole one was accepted. */
  broughtBack(tx: Tx, key: VersionKey, proposal: Proposal, by: ParticipantId, emptied: EmptiedLines): Promise<TextChange>
}

/** Ties the changes to the store. */
export function createProposalText(context: ServerContext, { heardIn }: Pick<VersionsService, 'heardIn'>): ProposalText {
  function keepPresent(tx: Tx, key: VersionKey) {
    return takeVersion(context, tx, key, { kind: 'automatic', heard: heardIn(key.workshopId, key.draftId) })
  }

  return {
    async demandThere({ workshopId, draftId }, proposal, { there, wanted }) {
      const { present, characters } = await context.readDoc(draftRoom(workshopId, draftId), (doc) => {
        const text = wordingText(doc.getXmlFragment(bodyRoot))
        return { present: wordsThere(text, proposal), characters: text.characters.length }
      })
      if (present === '') throw problem('draft/words-gone', { proposalId: proposal.id })
      if (!isSameWording(present, there)) throw problem('draft/sentence-changed', { proposalId: proposal.id, present })
      const grown = characters + wanted.length - there.length
      if (grown > limits.draftText) throw problem('draft/too-long', { characters: grown, limit: limits.draftText })
    },

    replaced({ workshopId, draftId }, proposal, words, author) {
      let anchor: Anchor | undefined
      return {
        write: {
          room: draftRoom(workshopId, draftId),
          author,
          write(doc) {
            const body = doc.getXmlFragment(bodyRoot)
            const text = wordingText(body)
            anchor = replaceWords(body, wordedLines(text, proposalSpans(text, proposal)), linesWritten(words))
          },
        },
        traces: () => (anchor ? { anchor } : {}),
      }
    },

    async rewritten(tx, key, proposal, by, emptied) {
      const room = draftRoom(key.workshopId, key.draftId)
      const trees = await context.readDoc(room, (doc) => treesOf(doc.getXmlFragment(bodyRoot)))
      const wanted = textOfTrees(reworkedTrees(trees, linesWritten(proposal.words)))
      const before = await keepPresent(tx, key)
      await addBrought(context, tx, key, { kind: 'accepted', by, writer: proposal.authorId }, wanted)
      return {
        write: { room, author: proposal.authorId, write: (doc) => bringTextBack(doc, wanted, emptied) },
        // Ids of versions are made in one place, and stored as text.
        traces: () => (before ? { versionId: before.id as VersionId } : {}),
      }
    },

    async broughtBack(tx, key, { id, decided }, by, emptied) {
      const versionId = decided?.kind === 'accepted' ? decided.versionId : undefined
      const before = versionId && (await findVersion(tx, key.workshopId, key.draftId, versionId))
      if (!before) throw problem('draft/no-way-back', { proposalId: id })
      await keepPresent(tx, key)
      await addBrought(context, tx, key, { kind: 'restored', by, writer: by }, before)
      const room = draftRoom(key.workshopId, key.draftId)
      return { write: { room, author: by, write: (doc) => bringTextBack(doc, before, emptied) }, traces: () => ({}) }
    },
  }
}
