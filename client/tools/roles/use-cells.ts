import { useEffect, useMemo, useRef } from 'react'
import { assign, clearUnknown, handOver, keepOnly, setCell } from '../../../shared/tools/roles/commands'
import { givenBy, holderOf } from '../../../shared/tools/roles/letters'
import { letterName, workLetters } from '../../../shared/tools/roles/models'
import type { Duty, DutyId } from '../../../shared/tools/roles/schema'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'
import { lettersLabel } from './cell-choices'
import type { ChartView } from './use-chart'
import type { OverloadWatch } from './use-overload'

/** The ways to change a cell. */
export interface CellWriter {
  readonly write: (duty: Duty, party: string, letters: readonly string[]) => void
  /** Gives the once-only letter, and settles all other claims to it. */
  readonly give: (dutyId: DutyId, party: string) => void
  /** Leaves a letter with one of those who have it. */
  readonly keep: (dutyId: DutyId, party: string, letter: string) => void
  /** Hands what one partner has in a row to another. */
  readonly hand: (dutyId: DutyId, from: string, to: string) => void
  /** Takes out of a row what means nothing in the chart's model. */
  readonly clear: (dutyId: DutyId) => void
}

/** How long one's own assignment counts as recent: then somebody else's that wins is pointed out. */
const recentMs = 60_000

/** Writes cells, says what was written, notes who was given what, and says who overtook an assignment of one's own. */
export function useCells(chart: ChartView, noted: OverloadWatch['noted']): CellWriter {
  const { board, actor, serverNow } = useWorkshop()
  const mine = useRef(new Map<string, { readonly party: string; readonly atMs: number }>())
  // The writers stay the same while the chart changes, so that rows need not be drawn again.
  const latest = useRef(chart)
  latest.current = chart
  useOvertaken(chart, mine.current)

  return useMemo(() => {
    function remember(dutyId: string, party: string) {
      mine.current.set(dutyId, { party, atMs: serverNow() })
    }
    function give(dutyId: DutyId, party: string) {
      const { model, rows } = latest.current
      if (!assign(board, actor, dutyId, party, serverNow())) return
      remember(dutyId, party)
      noted(dutyId, party)
      const label = rows.find(({ id }) => id === dutyId)?.label ?? ''
      announce(`${nameOf(latest.current, party)}, ${label}: ${letterName(model, model.once)}`)
    }
    return {
      give,
      keep(dutyId, party, letter) {
        const { model } = latest.current
        if (letter === model.once) return give(dutyId, party)
        if (keepOnly(board, actor, dutyId, party, letter, serverNow()))
          announce(`${nameOf(latest.current, party)} alone: ${letterName(model, letter)}`)
      },
      hand(dutyId, from, to) {
        if (!handOver(board, actor, dutyId, from, to, serverNow())) return
        noted(dutyId, to)
        announce(`Handed from ${nameOf(latest.current, from)} to ${nameOf(latest.current, to)}`)
      },
      clear(dutyId) {
        if (clearUnknown(board, actor, dutyId)) announce('Cleared')
      },
      write(duty, party, letters) {
        const { model } = latest.current
        if (!setCell(board, actor, { dutyId: duty.id, party, letters }, serverNow())) return
        if (letters.includes(model.once)) remember(duty.id, party)
        if (letters.some((letter) => workLetters(model).includes(letter))) noted(duty.id, party)
        announce(`${nameOf(latest.current, party)}, ${duty.label}: ${lettersLabel(model, letters)}`)
      },
    }
  }, [board, actor, serverNow, noted])
}

function useOvertaken(chart: ChartView, mine: Map<string, { readonly party: string; readonly atMs: number }>): void {
  const { board, record, actor, serverNow } = useWorkshop()
  useEffect(() => {
    for (const [dutyId, { party, atMs }] of mine) {
      const duty = chart.rows.find(({ id }) => id === dutyId)
      const holder = duty ? holderOf(duty) : undefined
      if (holder === party && serverNow() - atMs < recentMs) continue
      mine.delete(dutyId)
      if (!duty || holder === undefined || holder === party || givenBy(duty) === actor.id) continue
      const who = participants.live(record).get(givenBy(duty) ?? '')?.name ?? 'Somebody'
      const role = letterName(chart.model, chart.model.once).toLocaleLowerCase('en')
      toast({
        message: `${duty.label}: changed by ${who}, ${nameOf(chart, holder)} is ${role} now`,
        action: { label: 'Change it back', run: () => assign(board, actor, duty.id, party, serverNow()) },
      })
    }
  }, [chart, mine, board, record, actor, serverNow])
}

function nameOf(chart: ChartView, party: string): string {
  return chart.parties.find(({ id }) => id === party)?.name ?? 'A partner that left'
}
