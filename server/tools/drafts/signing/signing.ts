import type { Actor } from '../../../../shared/access/actor'
import { newId } from '../../../../shared/doc/ids'
import type { BodyOf, ResultOf } from '../../../../shared/http/endpoint'
import { recordRoom } from '../../../../shared/sync/room-name'
import { signatures } from '../../../../shared/tools/drafts/collections'
import type { contract } from '../../../../shared/tools/drafts/contract'
import { problem } from '../../../../shared/tools/drafts/problems'
import { isToSign, mayTakeBack, signsAs, standingOn } from '../../../../shared/tools/drafts/signing/signatories'
import type { Signature } from '../../../../shared/tools/drafts/signing/signature-schema'
import type { Party } from '../../../../shared/tools/tool'
import { participants } from '../../../../shared/workshop/collections'
import { problem as kernelProblem } from '../../../../shared/workshop/problems'
import type { ServerContext } from '../../server-tool'
import { nameOf } from '../present-text'
import { demand, statementOf } from '../statements'

/** What signing asks of other tools. */
export interface SigningPorts {
  /** The partners as they are now. */
  partiesIn(workshopId: string): Promise<readonly Party[]>
}

/** Signatures under adopted agreements. */
export interface SigningService {
  /**
   * @throws WorkshopError `draft/not-signable`, `draft/text-changed`, `draft/no-such-party`, `draft/other-signer`, `draft/signed`,
   *   `draft/signing-future`
   */
  signDraft(actor: Actor, draftId: string, wish: BodyOf<typeof contract.signDraft>): Promise<ResultOf<typeof contract.signDraft>>
  /** @throws WorkshopError `request/not-found` when there is no such signature, or it is not the actor's to take back */
  takeSignatureBack(actor: Actor, draftId: string, signatureId: string): Promise<ResultOf<typeof contract.takeSignatureBack>>
}

export function createSigning(context: ServerContext, { partiesIn }: SigningPorts): SigningService {
  const { governed, readDoc, now } = context

  return {
    async signDraft(actor, draftId, { partyId, textHash, ...signed }) {
      demand(actor, 'drafts/sign')
      const { workshopId } = actor
      const parties = await partiesIn(workshopId)
      return governed(workshopId, async () => {
        const statement = await statementOf(context, workshopId, draftId)
        if (statement.state !== 'adopted' || !isToSign(statement)) throw problem('draft/not-signable', { draftId })
        if (statement.adopted.textHash !== textHash) throw problem('draft/text-changed', { draftId })
        const party = parties.find(({ id }) => id === partyId)
        if (!party) throw problem('draft/no-such-party')
        const record = recordRoom(workshopId)
        const organisation = await readDoc(record, (doc) => participants.get(doc, actor.id)?.organisation)
        const as = signsAs(actor, organisation, party)
        if (!as) throw problem('draft/other-signer', { party: party.name })
        const before = standingOn(draftId, await readDoc(record, (doc) => signatures.all(doc))).find((each) => each.partyId === partyId)
        if (before) throw problem('draft/signed', { party: party.name, name: before.name })
        const atMs = now()
        // Somewhere on earth the day has begun already.
        if (Date.parse(signed.day) > atMs + 14 * 3_600_000) throw problem('draft/signing-future')
        const signature: Signature = {
          ...signed,
          id: newId('signature'),
          draftId: statement.id,
          textHash,
          partyId,
          partyName: party.name,
          atMs,
          by: actor.id,
          byName: await nameOf(context, actor),
          recorded: as === 'recorder',
        }
        return {
          result: { signatureId: signature.id },
          writes: [{ room: record, write: (doc) => signatures.put(doc, signature) }],
          ledger: [{ kind: 'agreement/signed', payload: { draftId, textHash, partyId, signatureId: signature.id, by: actor.id } }],
        }
      })
    },

    async takeSignatureBack(actor, draftId, signatureId) {
      demand(actor, 'drafts/sign')
      const { workshopId } = actor
      return governed(workshopId, async () => {
        const signature = await readDoc(recordRoom(workshopId), (doc) => signatures.get(doc, signatureId))
        if (signature?.draftId !== draftId || !mayTakeBack(actor, signature)) throw kernelProblem('request/not-found')
        const result = { signatureId: signature.id }
        if (signature.takenBack) return { result }
        const takenBack = { atMs: now(), byName: await nameOf(context, actor) }
        return {
          result,
          writes: [{ room: recordRoom(workshopId), write: (doc) => void signatures.patch(doc, signatureId, { takenBack }) }],
          ledger: [{ kind: 'agreement/signature-taken-back', payload: { draftId, signatureId, by: actor.id } }],
        }
      })
    },
  }
}
