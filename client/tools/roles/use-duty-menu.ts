import { ArrowDown, ArrowUp, Pencil, Trash2, UserRoundCheck } from 'lucide-react'
import { plural } from '../../../shared/doc/words'
import { moveDuty, removeDuty, restoreDuty } from '../../../shared/tools/roles/commands'
import type { Fix } from '../../../shared/tools/roles/finding'
import { cellText, holderOf, lettersOf } from '../../../shared/tools/roles/letters'
import { proposedLetter } from '../../../shared/tools/roles/library'
import { hoursOf } from '../../../shared/tools/roles/load'
import { letterName } from '../../../shared/tools/roles/models'
import type { Duty } from '../../../shared/tools/roles/schema'
import type { Party } from '../../../shared/tools/tool'
import { useWorkshop } from '../../app/workshop-context'
import type { MenuItem } from '../../ui/Menu'
import { toast } from '../../ui/toast'
import { typedLetters } from './cell-choices'
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

  /** Partners to give a letter to, those who already take part first. */
  function givers(duty: Duty, letter = model.once): readonly MenuItem[] {
    const taking = parties.map((party) => ({ party, letters: lettersOf(duty, party.id, model) }))
    const ordered = [...taking].sort((a, b) => Number(b.letters.length > 0) - Number(a.letters.length > 0))
    const has = (party: string, letters: readonly string[]) => (letter === model.once ? party === holderOf(duty) : letters.includes(letter))
    return ordered.map(({ party, letters }) => ({
      label: party.name,
      hint: [cellText(model, letters), loadWords(chart, party)].filter((words) => words !== '').join(' · '),
      checked: has(party.id, letters),
      onSelect() {
        if (letter === model.once) cells.give(duty.id, party.id)
        else cells.write(duty, party.id, typedLetters(model, letters, letter) ?? letters)
      },
    }))
  }

  /** What mends a finding of a row, as choices. */
  function mending(duty: Duty, fix: Fix): readonly MenuItem[] {
    if (fix.kind === 'give') return givers(duty, fix.letter)
    if (fix.kind === 'clear') return [{ label: `Clear what is no letter of ${model.label}`, onSelect: () => cells.clear(duty.id) }]
    const { kind, letter } = fix
    const name = letterName(model, letter).toLocaleLowerCase('en')
    return havingLetter(chart, duty, letter).map((party) => ({
      label: kind === 'settle' ? `Keep ${party.name}` : `${party.name} is not ${name}`,
      onSelect() {
        if (kind === 'settle') cells.keep(duty.id, party.id, letter)
        else {
          const left = lettersOf(duty, party.id, model).filter((each) => each !== letter)
          cells.write(duty, party.id, left)
        }
      },
    }))
  }

  function items(duty: Duty): readonly MenuItem[] {
    const once = letterName(model, model.once).toLocaleLowerCase('en')
    return [
      { label: 'Change words, heading, hours…', Icon: Pencil, onSelect: () => onRename(duty.id) },
      { label: 'Move up', Icon: ArrowUp, onSelect: () => moveDuty(board, actor, duty.id, -1) },
      { label: 'Move down', Icon: ArrowDown, onSelect: () => moveDuty(board, actor, duty.id, 1) },
      ...parties
        .filter(({ id }) => id !== holderOf(duty) && lettersOf(duty, id, model).length > 0)
        .map(({ id, name }) => ({ label: `Make ${name} ${once}`, Icon: UserRoundCheck, onSelect: () => cells.give(duty.id, id) })),
      { label: 'Take out', Icon: Trash2, danger: true, onSelect: () => remove(duty) },
    ]
  }

  return { items, mending }
}

/** Responsibilities that a partner has no part in and can take: those that lack somebody first. */
export function partsFor({ model, rows, findings }: ChartView, { id }: Party, cells: CellWriter): readonly MenuItem[] {
  const lacking = new Map(findings.flatMap(({ dutyId, fix }) => (dutyId && fix?.kind === 'give' ? [[dutyId, fix.letter] as const] : [])))
  const free = rows.filter((duty) => lettersOf(duty, id, model).length === 0)
  const ordered = free.sort((a, b) => Number(lacking.has(b.id)) - Number(lacking.has(a.id)))
  return ordered.flatMap((duty) => {
    const letter = lacking.get(duty.id) ?? proposedLetter(model)
    if (letter === undefined) return []
    return [{ label: duty.label, hint: letterName(model, letter), onSelect: () => cells.write(duty, id, [letter]) }]
  })
}

/** What a partner gives already of the hours it has; nothing where it has not said. */
export function loadWords({ model, rows }: Pick<ChartView, 'model' | 'rows'>, { id, hoursPerMonth }: Party): string {
  return hoursPerMonth === undefined ? '' : `${hoursOf(model, rows, id).hours} of ${plural(hoursPerMonth, 'hour')}`
}

/** The partners that have a letter in a row, for the once-only letter its holder first. */
export function havingLetter({ model, parties }: Pick<ChartView, 'model' | 'parties'>, duty: Duty, letter: string): readonly Party[] {
  const holder = letter === model.once ? holderOf(duty) : undefined
  const having = parties.filter(({ id }) => lettersOf(duty, id, model).includes(letter))
  return [...having].sort((a, b) => Number(b.id === holder) - Number(a.id === holder))
}
