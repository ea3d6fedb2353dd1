import { useEffect, useState } from 'react'
import { ballotContract } from '../../../../shared/tools/votes/ballot-contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isEligible } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'

/** A round that I may answer late. */
export interface LateVote {
  readonly round: Round
  /** I have finished in it. */
  readonly answered: boolean
}

/**
 * Those of the rounds that I may answer in, as the server says: who voted before is no longer known here. Undefined until it
 * has said so; none while it cannot be reached.
 */
export function useLateVotes(open: readonly Round[]): readonly LateVote[] | undefined {
  const { actor, record } = useWorkshop()
  const identity = useRecord(participants, record, actor.id)?.identity
  const possible = open.filter((round) => isEligible(actor.role, round, identity))
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map())
  const { workshopId } = actor
  // A new revision may be my own answer, from here or from another device.
  const asked = possible.map(({ id, revision }) => `${id}:${revision}`).join(' ')

  useEffect(() => {
    let current = true
    const ask = async (roundId: string) => {
      const now = await call(ballotContract.getRound, { params: { id: workshopId, roundId } }).then(
        ({ me }): Told => (me.eligible ? (me.done ? 'answered' : 'waits') : 'not mine'),
        () => undefined,
      )
      // Offline, or gone meanwhile: what was known, else the result, which the device has.
      if (current) setTold((before) => new Map(before).set(roundId, now ?? before.get(roundId) ?? 'not mine'))
    }
    const askAll = () => {
      for (const [roundId] of asked.matchAll(/[^ :]+(?=:)/g)) void ask(roundId)
    }
    const fresh = () => document.visibilityState === 'visible' && askAll()
    askAll()
    window.addEventListener('online', askAll)
    document.addEventListener('visibilitychange', fresh)
    return () => {
      current = false
      window.removeEventListener('online', askAll)
      document.removeEventListener('visibilitychange', fresh)
    }
  }, [workshopId, asked])

  if (possible.some(({ id }) => !told.has(id))) return undefined
  return possible.flatMap((round) => {
    const known = told.get(round.id)
    return known === 'not mine' ? [] : [{ round, answered: known === 'answered' }]
  })
}

type Told = 'waits' | 'answered' | 'not mine'
