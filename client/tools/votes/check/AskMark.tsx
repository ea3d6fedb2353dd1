import { useEffect, useRef } from 'react'
import { checkOf } from '../../../../shared/tools/votes/check-selectors'
import { rounds } from '../../../../shared/tools/votes/collections'
import { takesAnswers } from '../../../../shared/tools/votes/consent'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isEligible, isRunning } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord, useRecords } from '../../../sync/use-live'
import type { AskMarkProps } from '../../client-tool'
import { useBallot } from '../ballot/use-ballot'
import './ask-mark.css'

/** A dot while a check on one of these wordings, which are elsewhere, waits for my answer, or for it to be renewed. */
export function AskMark({ draftIds }: AskMarkProps) {
  const { actor, record } = useWorkshop()
  const me = useRecord(participants, record, actor.id)
  const opened = useRecords(rounds, record).filter(({ state }) => state !== 'draft')
  const asking = draftIds
    .map((draftId) => checkOf(opened, draftId))
    .filter((check) => check !== undefined)
    .filter((check) => isRunning(check) && takesAnswers(check) && isEligible(actor.role, check, me?.identity))
  return asking.map((check) => <Unanswered key={check.id} check={check} />)
}

/** Only the server knows whether I answered a sealed one, and whether what I answered stands on words that are not here. */
function Unanswered({ check }: { readonly check: Round }) {
  const { ballot, sender } = useBallot(check)
  const { loading, eligible, wanted, lapsed } = ballot
  const change = JSON.stringify([check.lapsed, check.marks])
  const read = useRef(change)
  useEffect(() => {
    if (read.current === change) return
    read.current = change
    void sender.load()
  }, [sender, change])
  if (loading || !eligible || (wanted.answer !== undefined && !lapsed)) return null
  return (
    <span className="ask-mark">
      <span className="vh">{wanted.answer === undefined ? 'asks for your answer' : 'asks you to renew your answer'}</span>
    </span>
  )
}
