import type * as Y from 'yjs'
import type { Block } from '../../../../shared/doc/outline'
import type { ResultOf } from '../../../../shared/http/endpoint'
import { recordRoom } from '../../../../shared/sync/room-name'
import { drafts } from '../../../../shared/tools/drafts/collections'
import type { AdoptDraft, contract } from '../../../../shared/tools/drafts/contract'
import type { Adoption, DraftId, Statement } from '../../../../shared/tools/drafts/schema'
import { replacedBy } from '../../../../shared/tools/drafts/selectors'
import type { AgreementSummary, DocWrite } from '../../server-tool'

/** Marks a wording as adopted and sets aside what it replaces. */
export function adoptedWrite(workshopId: string, statement: Statement, adopted: Adoption): DocWrite {
  return {
    room: recordRoom(workshopId),
    write(doc: Y.Doc) {
      for (const { id } of replacedBy(drafts.all(doc), statement)) drafts.patch(doc, id, { state: 'retired' })
      drafts.patch(doc, statement.id, { state: 'adopted', adopted, lockedByName: undefined } as Partial<Statement>)
    },
  }
}

/** What is frozen when a wording is adopted. */
export function adoptionOf(
  blocks: readonly Block[],
  facts: Pick<Adoption, 'text' | 'textHash' | 'atMs' | 'byName'>,
  agreement: AgreementSummary | undefined,
  { override, reviewOn }: AdoptDraft,
): Adoption {
  return {
    ...facts,
    blocksJson: JSON.stringify(blocks),
    ...(agreement ? { agreement: plainAgreement(agreement) } : {}),
    // A reason given although the check passed is not an override.
    ...(override && !agreement?.passed ? { overrideReason: override.reason } : {}),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  }
}

/** The check's figures as they are kept and shown: a copy, with nothing shared. */
export function plainAgreement(summary: AgreementSummary): NonNullable<Adoption['agreement']> {
  const { roundId, method, secret, eligible, answered, passed, levels, reservations, ...more } = summary
  const { answeredEarlier, onEarlier, missing, concerns, participation, verdict } = more
  return {
    roundId,
    method,
    secret,
    eligible,
    answered,
    passed,
    levels: levels.map((level) => ({ ...level })),
    reservations: reservations.map((reservation) => ({ ...reservation })),
    ...(answeredEarlier ? { answeredEarlier } : {}),
    ...(onEarlier ? { onEarlier: { ...onEarlier } } : {}),
    ...(missing ? { missing: [...missing] } : {}),
    ...(concerns ? { concerns: concerns.map((concern) => ({ ...concern })) } : {}),
    ...(verdict === undefined ? {} : { verdict }),
    ...(participation ? { participation: participation.map((part) => ({ ...part })) } : {}),
  }
}

/** The answer to adopting, the first time and every time after. */
export function adoptedAnswer(draftId: DraftId, version: number, adoption: Adoption): ResultOf<typeof contract.adoptDraft> {
  return {
    draftId,
    state: 'adopted',
    version,
    textHash: adoption.textHash,
    adoptedAt: adoption.atMs,
    reservations: adoption.agreement?.reservations.length ?? 0,
  }
}
