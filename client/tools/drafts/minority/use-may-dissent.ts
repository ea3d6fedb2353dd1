import { useEffect, useState } from 'react'
import { contract } from '../../../../shared/tools/drafts/contract'
import { can } from '../../../../shared/tools/drafts/permissions'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'

const settleMs = 700

/** Whether I may begin the minority statement of a wording: asked again when anything in the record changed. */
export function useMayDissent(draftId: string): boolean {
  const { actor, record } = useWorkshop()
  const mayAsk = can(actor, 'drafts/dissent')
  const [may, setMay] = useState(false)

  useEffect(() => {
    if (!mayAsk) return setMay(false)
    let isShown = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function ask() {
      timer = undefined
      const params = { id: actor.workshopId, draftId }
      // Offline or gone: what was known stays, and beginning says so itself.
      const answer = await call(contract.getMinority, { params }).catch(() => undefined)
      if (isShown && answer) setMay(answer.may === 'begin')
    }
    function askSoon() {
      timer ??= setTimeout(ask, settleMs)
    }
    askSoon()
    record.on('update', askSoon)
    return () => {
      isShown = false
      clearTimeout(timer)
      record.off('update', askSoon)
    }
  }, [mayAsk, draftId, actor.workshopId, record])

  return may
}
