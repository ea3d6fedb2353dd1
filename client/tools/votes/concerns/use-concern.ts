import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { contract } from '../../../../shared/tools/votes/contract'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { useAct } from '../use-act'
import { type ConcernAct, doneWords } from './concern-forms'
import type { OwnConcern } from './use-own-concerns'

/** Acts on one concern; each answers whether it was taken. */
export function useConcern({ id }: Concern, textHash: string, own: OwnConcern | undefined) {
  const { workshopId } = useWorkshop().actor
  const { busy, run } = useAct()
  const params = { id: workshopId, concernId: id }

  async function act(what: ConcernAct, said: string): Promise<boolean> {
    const words = said.trim() === '' ? {} : { words: said.trim() }
    const done = await run(() =>
      what === 'link'
        ? call(contract.answerConcern, { params, body: { textHash, ...words } })
        : call(contract.settleConcern, { params, body: { as: what, ...words, ...own } }),
    )
    if (done) announce(doneWords[what])
    return done !== undefined
  }

  return {
    busy,
    act,
    recordLeft: () => run(() => call(contract.recordAuthorLeft, { params })),
  }
}
