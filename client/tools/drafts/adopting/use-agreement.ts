import { useEffect, useState } from 'react'
import { contract } from '../../../../shared/tools/drafts/contract'
import { can } from '../../../../shared/tools/drafts/permissions'
import type { Agreement } from '../../../../shared/tools/drafts/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'

/** How a check stands, for whom may adopt. */
export interface AgreementState {
  readonly isLoaded: boolean
  /** Undefined when nobody was asked about this wording. */
  readonly agreement: Agreement | undefined
}

const settleMs = 700

/** How the check on exactly this text stands: asked again when the text or anything in the record changed. */
export function useAgreement(draftId: string | undefined, textHash: string): AgreementState {
  const { actor, record } = useWorkshop()
  const mayAsk = can(actor, 'drafts/adopt')
  const [heard, setHeard] = useState<{ readonly textHash: string; readonly agreement: Agreement | undefined }>()

  useEffect(() => {
    if (!mayAsk || draftId === undefined) return
    let isShown = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function ask() {
      timer = undefined
      const params = { id: actor.workshopId, draftId: draftId ?? '' }
      // Offline or gone: the figures stay as they were, and adopting says so itself.
      const answer = await call(contract.getAgreement, { params, query: { textHash } }).catch(() => undefined)
      if (isShown && answer) setHeard({ textHash, agreement: answer.agreement })
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
  }, [mayAsk, draftId, textHash, actor.workshopId, record])

  // What was heard about another text says nothing about this one.
  return heard?.textHash === textHash ? { isLoaded: true, agreement: heard.agreement } : { isLoaded: false, agreement: undefined }
}
