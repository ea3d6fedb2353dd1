import { contract } from '../../../../shared/tools/drafts/contract'
import { can } from '../../../../shared/tools/drafts/permissions'
import type { Agreement } from '../../../../shared/tools/drafts/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useAnswer } from '../use-answer'

/** How a check stands, for whom may adopt. */
export interface AgreementState {
  readonly isLoaded: boolean
  /** Undefined when nobody was asked about this wording. */
  readonly agreement: Agreement | undefined
}

/** How the check on exactly this text stands: asked again when the text or anything in the record changed. */
export function useAgreement(draftId: string | undefined, textHash: string): AgreementState {
  const { actor } = useWorkshop()
  const question = can(actor, 'drafts/adopt') && draftId !== undefined ? `${draftId} ${textHash}` : undefined
  const params = { id: actor.workshopId, draftId: draftId ?? '' }
  const answer = useAnswer(question, () => call(contract.getAgreement, { params, query: { textHash } }))
  return { isLoaded: answer !== undefined, agreement: answer?.agreement }
}
