import { checkOf } from '../../../../shared/tools/votes/check-selectors'
import { rounds } from '../../../../shared/tools/votes/collections'
import { contract } from '../../../../shared/tools/votes/contract'
import type { AgreementMethod } from '../../../../shared/tools/votes/methods'
import type { Round, RoundRule } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import type { CheckedWording } from '../../client-tool'
import { useAct } from '../use-act'
import { questionOf } from './check-methods'

/** What a facilitator decides before everybody is asked; fixed from then on. */
export interface CheckWish {
  readonly method: AgreementMethod
  readonly secret: boolean
  readonly facilitatorsVote: boolean
  readonly rule: RoundRule
  /** Empty seats whom the result waits for. */
  readonly awaits?: readonly string[]
  /** The round that this one repeats. */
  readonly after?: { readonly roundId: Round['id']; readonly as: 'again' }
}

/** Opens a check on a wording. One that was made and never opened is cancelled first, since it would stand in the way. */
export function useAskCheck({ draftId, textHash }: Pick<CheckedWording, 'draftId' | 'textHash'>): {
  readonly busy: boolean
  ask(wish: CheckWish): Promise<unknown>
} {
  const { actor, record } = useWorkshop()
  const { busy, run } = useAct()
  const params = { id: actor.workshopId }
  return {
    busy,
    ask: ({ method, secret, facilitatorsVote, rule, awaits = [], after }) =>
      run(async () => {
        const unopened = checkOf(
          rounds.all(record).filter(({ state }) => state === 'draft'),
          draftId,
        )
        if (unopened) await call(contract.cancelRound, { params: { ...params, roundId: unopened.id } })
        const body = {
          question: questionOf(method),
          method,
          subject: { draftId: draftId as `draft_${string}`, textHash }, // a draft's id as the drafts tool made it
          secret,
          facilitatorsVote,
          rule,
          stepByStep: method === 'consent',
          ...(awaits.length > 0 ? { awaits: [...awaits] } : {}),
          ...(after ? { after } : {}),
        }
        const { roundId } = await call(contract.createRound, { params, body })
        return call(contract.openRound, { params: { ...params, roundId } })
      }),
  }
}
