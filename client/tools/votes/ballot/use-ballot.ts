import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { newId } from '../../../../shared/doc/ids'
import { ballotContract, type OwnBallot } from '../../../../shared/tools/votes/ballot-contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { deviceStorage } from '../../../app/platform'
import { useWorkshop } from '../../../app/workshop-context'
import { BallotSender, type BallotState } from './ballot-sender'

/** Passes on each ballot that the server has taken. */
type Hearing = <T extends OwnBallot>(own: T) => T

/**
 * My ballot in a round, kept in step with the server while the round runs.
 *
 * @param hear the same function every time
 */
export function useBallot(
  round: Pick<Round, 'id' | 'state'>,
  hear?: Hearing,
): { readonly ballot: BallotState; readonly sender: BallotSender } {
  const { workshopId, role } = useWorkshop().actor
  const { id: roundId, state } = round
  const sender = useMemo(() => {
    const params = { id: workshopId, roundId }
    return new BallotSender({
      read: async () => (await call(ballotContract.getRound, { params })).me,
      // Without anybody to hear of it, what came is passed on as it is.
      cast: (body) => call(ballotContract.castBallot, { params, body }).then(hear),
      newKey: () => newId('cast'),
    })
  }, [workshopId, roundId, hear])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state or role of mine is the reason to read again
  useEffect(() => {
    void sender.load()
    const again = () => sender.retry()
    const fresh = () => document.visibilityState === 'visible' && void sender.load()
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', fresh)
    return () => {
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', fresh)
      sender.stop()
    }
  }, [sender, state, role])

  const ballot = useSyncExternalStore(sender.subscribe, sender.state)
  useEffect(() => {
    if (ballot.receipt) deviceStorage.write(receiptKey(roundId), ballot.receipt)
  }, [ballot.receipt, roundId])
  return { ballot, sender }
}

/** The receipt of my last ballot in a round, if this device cast it. */
export function keptReceipt(roundId: string): string | undefined {
  return deviceStorage.read(receiptKey(roundId)) ?? undefined
}

function receiptKey(roundId: string): string {
  return `convene:receipt:${roundId}`
}
