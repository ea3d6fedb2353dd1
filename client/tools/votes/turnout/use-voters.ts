import { useEffect, useMemo, useState } from 'react'
import { contract, type Voter } from '../../../../shared/tools/votes/contract'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { participants } from '../../../../shared/workshop/collections'
import type { Participant } from '../../../../shared/workshop/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'

/** A voter as facilitators see them. */
export interface VoterStatus {
  readonly person: Participant
  readonly status: Voter['status']
  /** Of a closed round. */
  readonly castAtMs?: number | undefined
}

/** Who has finished, by name: for facilitators only; fetched again whenever the round's revision says so. */
export function useVoters(round: Round): readonly VoterStatus[] | undefined {
  const { actor, record } = useWorkshop()
  const people = useRecords(participants, record)
  const may = can(actor, 'votes/see-who-finished')
  const [voters, setVoters] = useState<readonly Voter[]>()
  const { id: roundId, revision, state } = round
  const standing = JSON.stringify([round.lapsed, round.marks])
  const { workshopId } = actor

  // biome-ignore lint/correctness/useExhaustiveDependencies: revision, state, what has lapsed and people are the reasons to fetch again
  useEffect(() => {
    if (!may) return
    let current = true
    call(contract.getRoundVoters, { params: { id: workshopId, roundId } }).then(
      ({ people: fetched }) => current && setVoters(fetched),
      () => {}, // Offline: the names stay as they were; the counts say how old they are.
    )
    return () => {
      current = false
    }
  }, [may, workshopId, roundId, revision, state, standing, people])

  return useMemo(() => {
    if (!may || !voters) return undefined
    const byId = new Map<string, Participant>(people.map((person) => [person.id, person]))
    return voters.flatMap(({ participantId, status, castAtMs }) => {
      const person = byId.get(participantId)
      return person ? [{ person, status, castAtMs }] : []
    })
  }, [may, voters, people])
}
