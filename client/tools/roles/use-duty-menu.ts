import { ArrowDown, ArrowUp, Pencil, Trash2, UserRoundCheck } from 'lucide-react'
import { moveDuty, removeDuty, restoreDuty } from '../../../shared/tools/roles/commands'
import { cellText, holderOf, lettersOf } from '../../../shared/tools/roles/letters'
import { letterName } from '../../../shared/tools/roles/models'
import type { Duty } from '../../../shared/tools/roles/schema'
import { useWorkshop } from '../../app/workshop-context'
import type { MenuItem } from '../../ui/Menu'
import { toast } from '../../ui/toast'
import type { CellWriter } from './use-cells'
import type { ChartView } from './use-chart'

/** What can be done with a whole row: word it anew, move it, take it out, say who has the once-only letter. */
export function useDutyMenu(chart: ChartView, cells: CellWriter, onRename: (dutyId: string) => void) {
  const { board, actor, serverNow } = useWorkshop()
  const { model, parties } = chart

  function remove(duty: Duty) {
    removeDuty(board, actor, duty.id, serverNow())
    toast({ message: `${duty.label} taken out`, action: { label: 'Undo', run: () => restoreDuty(board, actor, duty.id) } })
  }

  /** Partners to give the once-only letter to, those who already take part first. */
  function givers(duty: Duty): readonly MenuItem[] {
    const holder = holderOf(duty)
    const taking = parties.map((party) => ({ party, letters: lettersOf(duty, party.id, model) }))
    const ordered = [...taking].sort((a, b) => Number(b.letters.length > 0) - Number(a.letters.length > 0))
    return ordered.map(({ party, letters }) => ({
      label: party.name,
      hint: cellText(model, letters),
      checked: party.id === holder,
      onSelect: () => cells.give(duty.id, party.id),
    }))
  }

  function items(duty: Duty): readonly MenuItem[] {
    const once = letterName(model, model.once).toLocaleLowerCase('en')
    return [
      { label: 'Change the words or heading…', Icon: Pencil, onSelect: () => onRename(duty.id) },
      { label: 'Move up', Icon: ArrowUp, onSelect: () => moveDuty(board, actor, duty.id, -1) },
      { label: 'Move down', Icon: ArrowDown, onSelect: () => moveDuty(board, actor, duty.id, 1) },
      ...givers(duty)
        .filter(({ checked, hint }) => !checked && hint !== '')
        .map((item) => ({ label: `Make ${item.label} ${once}`, Icon: UserRoundCheck, onSelect: item.onSelect })),
      { label: 'Take out', Icon: Trash2, danger: true, onSelect: () => remove(duty) },
    ]
  }

  return { givers, items }
}
