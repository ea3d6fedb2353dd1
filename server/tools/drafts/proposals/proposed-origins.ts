import type { ParticipantId } from '../../../../shared/access/actor'
import { commentsRoom, recordRoom } from '../../../../shared/sync/room-name'
import { acceptedWordings, bodyRoot, origins } from '../../../../shared/tools/drafts/collections'
import type { Origin } from '../../../../shared/tools/drafts/evidence/origin-schema'
import { originsFor } from '../../../../shared/tools/drafts/evidence/traces'
import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import { broughtWords } from '../../../../shared/tools/drafts/proposals/brought-words'
import type { Proposal } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import { wordingText } from '../../../../shared/tools/drafts/wording-text'
import type { DocWrite } from '../../server-tool'
import type { VersionKey } from '../versions/version-taking'

/** Enough to know a proposed wording by. */
const wordsShown = 400

/** Puts accepted words into the text, and keeps that those it did not have come from the proposal, and what that said. */
export function writtenWithOrigins(
  { workshopId, draftId }: VersionKey,
  { id, authorId, words, why }: Proposal,
  text: DocWrite,
  decision: { readonly byId: ParticipantId; readonly atMs: number },
): readonly DocWrite[] {
  const { byId, atMs } = decision
  let made: readonly Origin[] = []
  const inText: DocWrite = {
    ...text,
    write(doc) {
      const before = wordingText(doc.getXmlFragment(bodyRoot))
      text.write(doc)
      const after = wordingText(doc.getXmlFragment(bodyRoot))
      made = originsFor(after, broughtWords(before, after, { collection: acceptedWordings.name, id }), { authorId: byId, nowMs: atMs })
    },
  }
  // Documents are written in the order in which an act names them, so the words that origins hold on to are there.
  const sources: DocWrite = {
    room: commentsRoom(workshopId, draftId),
    write(doc) {
      for (const origin of made) origins.put(doc, origin)
    },
  }
  const accepted = { draftId, words: excerpt(words, wordsShown), ...(why === undefined ? {} : { why }), authorId, byId, atMs }
  const fact: DocWrite = {
    room: recordRoom(workshopId),
    write(doc) {
      if (acceptedWordings.get(doc, id)) acceptedWordings.patch(doc, id, accepted)
      else acceptedWordings.put(doc, { id, ...accepted })
    },
  }
  return [inText, sources, fact]
}

/** Takes back that words come from a proposal, which was opened again with the text as it was before. */
export function withoutOrigins({ workshopId, draftId }: VersionKey, { id }: Proposal, atMs: number): DocWrite {
  return {
    room: commentsRoom(workshopId, draftId),
    write(doc) {
      const own = origins.all(doc).filter(({ how, refs }) => how === 'proposed' && refs.some((ref) => ref.id === id))
      for (const origin of own) origins.patch(doc, origin.id, { deletedAtMs: atMs })
    },
  }
}
