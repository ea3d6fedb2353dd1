import type { Actor } from '../../../../shared/access/actor'
import { agreementOutlines } from '../../../../shared/content/working-agreement'
import type { ComposedFrom, ComposedPart } from '../../../../shared/doc/composed'
import type { Id } from '../../../../shared/doc/ids'
import type { NewAgreement } from '../../../../shared/tools/document/agreement/agreement-contract'
import { answersInText, composeAgreement, usedFills } from '../../../../shared/tools/document/agreement/compose'
import { problem } from '../../../../shared/tools/document/problems'
import type { Fill, Party } from '../../../../shared/tools/tool'
import type { ServerContext } from '../../server-tool'

/** What agreements ask of other tools. */
export interface AgreementsPorts {
  /** Begins the draft, if the actor may. */
  begin(
    actor: Actor,
    wish: Pick<NewAgreement, 'rivalOf' | 'stepId'> & {
      readonly title: string
      readonly parts: readonly ComposedPart[]
      readonly composedFrom: ComposedFrom
    },
  ): Promise<{ draftId: Id<'draft'> }>
  /** What the workshop holds now. */
  heldIn(workshopId: string): Promise<{ readonly fills: readonly Fill[]; readonly parties: readonly Party[] }>
}

export interface AgreementsService {
  /**
   * Begins a working agreement as a draft.
   *
   * @throws WorkshopError `agreement/ends-before`, and whatever beginning a draft throws
   */
  composeDraft(actor: Actor, wish: NewAgreement): Promise<{ draftId: Id<'draft'> }>
}

/** Working agreements: put together here, written, adopted and signed as drafts. */
export function createAgreements({ now }: Pick<ServerContext, 'now'>, { begin, heldIn }: AgreementsPorts): AgreementsService {
  return {
    async composeDraft(actor, { outline: outlineId, answers, rivalOf, stepId }) {
      const outline = agreementOutlines.find(({ id }) => id === outlineId)
      if (!outline) throw new RangeError(`no outline ${outlineId}`)
      const { startDate = '', endDate = '' } = answers
      if (endDate !== '' && endDate < startDate) throw problem('agreement/ends-before')
      const { fills, parties } = await heldIn(actor.workshopId)
      const composedFrom: ComposedFrom = {
        outline: outline.id,
        atMs: now(),
        fills: [...usedFills(outline, fills)],
        parties: parties.map(({ id, name, level }) => ({ id, name, level })),
      }
      const parts = composeAgreement(outline, fills, answersInText(answers))
      return begin(actor, { title: outline.title, parts, composedFrom, ...(rivalOf ? { rivalOf } : {}), ...(stepId ? { stepId } : {}) })
    },
  }
}
