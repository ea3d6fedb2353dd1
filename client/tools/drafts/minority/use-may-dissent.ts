import { contract } from '../../../../shared/tools/drafts/contract'
import { can } from '../../../../shared/tools/drafts/permissions'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useAnswer } from '../use-answer'

/** Whether I may begin the minority statement of a wording: asked again when anything in the record changed. */
export function useMayDissent(draftId: string): boolean {
  const { actor } = useWorkshop()
  const question = can(actor, 'drafts/dissent') ? draftId : undefined
  const answer = useAnswer(question, () => call(contract.getMinority, { params: { id: actor.workshopId, draftId } }))
  return answer?.may === 'begin'
}
