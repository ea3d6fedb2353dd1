import type { Actor } from '../../../../shared/access/actor'
import { blocksText, textHash } from '../../../../shared/doc/canonical-text'
import type { ResultOf } from '../../../../shared/http/endpoint'
import type { AdoptDraft, contract } from '../../../../shared/tools/drafts/contract'
import { plainText } from '../../../../shared/tools/drafts/plain-text'
import { problem } from '../../../../shared/tools/drafts/problems'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { isLive, replacedBy } from '../../../../shared/tools/drafts/selectors'
import type { Effects, ServerContext, Tx } from '../../server-tool'
import { evidenceFor } from '../evidence/origins'
import { findAdoption, insertAdoption } from '../ledger'
import type { MinoritiesService } from '../minority/minorities'
import type { DraftsPorts } from '../ports'
import { blocksOf, nameOf, wordingsIn } from '../present-text'
import { refuseMinority } from '../statements'
import { takeVersion } from '../versions/version-taking'
import type { VersionsService } from '../versions/versions'
import { adoptedAnswer, adoptedWrite, adoptionOf, plainAgreement } from './adoption'
import type { ReviewsService } from './reviews'

/** What else hears that a wording was adopted. */
export interface AdoptedAlso {
  readonly reviews: Pick<ReviewsService, 'adopted' | 'watch'>
  readonly minorities: Pick<MinoritiesService, 'adopted'>
}

/** The act that freezes a wording and its hash, with all that goes with it; asked again, it answers the same. */
export function createAdopting(
  context: ServerContext,
  ports: DraftsPorts,
  versions: Pick<VersionsService, 'heardIn'>,
  also: AdoptedAlso,
): (tx: Tx, actor: Actor, statement: Statement, wish: AdoptDraft) => Promise<Effects<ResultOf<typeof contract.adoptDraft>>> {
  return async (tx, actor, statement, wish) => {
    const { id: draftId } = statement
    const before = await findAdoption(tx, actor.workshopId, draftId)
    if (before) {
      if (before.adoption.textHash !== wish.textHash) throw problem('draft/text-changed', { textHash: before.adoption.textHash })
      return { result: adoptedAnswer(statement.id, before.version, before.adoption) }
    }
    refuseMinority(statement)
    if (!isLive(statement)) throw problem('draft/retired', { draftId })
    // Read inside the act: a keystroke that came before it is in the text, one that comes after finds the room closed.
    const blocks = await blocksOf(context, actor.workshopId, statement)
    const text = blocksText(blocks)
    const hash = textHash(text)
    if (hash !== wish.textHash) throw problem('draft/text-changed', { textHash: hash })
    if (text === '') throw problem('draft/empty', { draftId })
    const { workshopId } = actor
    const agreement = await ports.agreementOf(tx, { workshopId, draftId, textHash: hash, roundId: wish.roundId })
    if (!agreement?.passed && !wish.override) throw problem('draft/not-agreed', agreement ? { agreement: plainAgreement(agreement) } : {})
    const byName = await nameOf(context, actor)
    const evidence = await evidenceFor(context, await ports.sourcesIn(workshopId), { workshopId, draftId, textHash: hash })
    const adoption = { ...adoptionOf(blocks, { text, textHash: hash, atMs: context.now(), byName }, agreement, wish), evidence }
    await insertAdoption(tx, { workshopId, draftId, adoptedBy: actor.id }, { version: statement.version, adoption })
    const heard = versions.heardIn(workshopId, statement.id)
    await takeVersion(context, tx, { workshopId, draftId: statement.id }, { kind: 'adopted', by: actor.id, heard })
    const replaced = replacedBy(await wordingsIn(context, workshopId), statement).map(({ id }) => id)
    const reviewed = await also.reviews.adopted(tx, { workshopId, draftId: statement.id }, adoption.reviewOn, replaced)
    const named = statement.kind === 'name' ? [await ports.takeName(tx, workshopId, plainText(blocks).split('\n')[0] ?? text)] : []
    const minority = await also.minorities.adopted(tx, workshopId, statement.id)
    return {
      result: adoptedAnswer(statement.id, statement.version, adoption),
      writes: [adoptedWrite(workshopId, statement, adoption), ...reviewed, ...minority.writes, ...named],
      facts: [
        {
          kind: 'statement/adopted',
          draftId: statement.id,
          statementKind: statement.kind,
          title: statement.title,
          version: statement.version,
          text,
          textHash: hash,
          by: actor,
          atMs: adoption.atMs,
          ...(agreement ? { roundId: agreement.roundId, agreement } : {}),
          ...(adoption.overrideReason === undefined ? {} : { overrideReason: adoption.overrideReason }),
        },
      ],
      ledger: [
        { kind: 'statement/adopted', payload: { draftId, textHash: hash, version: statement.version, by: actor.id } },
        ...minority.ledger,
      ],
      // A secret check that is still open closes with it, and its ballots are forgotten.
      scrub: true,
    }
  }
}
