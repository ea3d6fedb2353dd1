import { useCallback, useEffect, useRef, useState } from 'react'
import { lettersOf } from '../../../shared/tools/roles/letters'
import { hoursOf, type Taker, takersOf } from '../../../shared/tools/roles/load'
import { workLetters } from '../../../shared/tools/roles/models'
import type { Duty, DutyId } from '../../../shared/tools/roles/schema'
import type { Party } from '../../../shared/tools/tool'
import { useWorkshop } from '../../app/workshop-context'
import type { ChartView } from './use-chart'

/** A partner that one's own assignment asks more of than it can give. */
export interface Overload {
  readonly duty: Duty
  readonly party: Party
  readonly hours: number
  /** Others who have the time, those with the skill first. */
  readonly takers: readonly Taker[]
}

export interface OverloadWatch {
  readonly overload: Overload | undefined
  /** Somebody here gave a partner something to do. */
  readonly noted: (dutyId: DutyId, partyId: string) => void
  readonly dismiss: () => void
}

/** How long an assignment of one's own is watched: another's that comes in meanwhile may take the same last hour. */
const watchedMs = 60_000

interface Assigned {
  readonly dutyId: DutyId
  readonly partyId: string
  readonly atMs: number
}

/** Watches what was assigned here, and says when it asks more hours of a partner than it declared. */
export function useOverload(chart: ChartView): OverloadWatch {
  const { serverNow } = useWorkshop()
  const assigned = useRef<readonly Assigned[]>([])
  /** Hours at which the warning about a partner was put aside. */
  const accepted = useRef(new Map<string, number>())
  const [shown, setShown] = useState<Assigned | null>(null)

  const noted = useCallback(
    (dutyId: DutyId, partyId: string) => {
      assigned.current = [{ dutyId, partyId, atMs: serverNow() }, ...assigned.current]
    },
    [serverNow],
  )

  useEffect(() => {
    assigned.current = assigned.current.filter(({ atMs }) => serverNow() - atMs < watchedMs)
    const found = assigned.current.find((each) => {
      const overload = overloadOf(chart, each)
      return overload !== undefined && overload.hours > (accepted.current.get(each.partyId) ?? 0)
    })
    setShown((before) => found ?? (before && overloadOf(chart, before) ? before : null))
  }, [chart, serverNow])

  const overload = shown ? overloadOf(chart, shown) : undefined

  function dismiss() {
    if (overload) accepted.current.set(overload.party.id, overload.hours)
    setShown(null)
  }

  return { overload, noted, dismiss }
}

function overloadOf({ model, rows, parties }: ChartView, { dutyId, partyId }: Assigned): Overload | undefined {
  const duty = rows.find(({ id }) => id === dutyId)
  const party = parties.find(({ id }) => id === partyId)
  if (!duty || party?.hoursPerMonth === undefined) return undefined
  const work = workLetters(model)
  if (!lettersOf(duty, partyId, model).some((letter) => work.includes(letter))) return undefined
  const { hours } = hoursOf(model, rows, partyId)
  return hours > party.hoursPerMonth ? { duty, party, hours, takers: takersOf(model, rows, parties, duty, partyId) } : undefined
}
