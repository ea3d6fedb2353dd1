import { ArrowDown, ArrowUp, FolderInput, Group, PenLine, SquareCheck, Trash2 } from 'lucide-react'
import { canEdit } from '../../../shared/tools/ideas/permissions'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import { useWorkshop } from '../../app/workshop-context'
import type { MenuItem } from '../../ui/Menu'
import { MenuList } from '../../ui/Menu'
import { useUi } from './board-ui'
import { useStage } from './stage-context'

/** The one open menu of a note; every note's ⋯ shares it. */
export function NoteMenu() {
  const menu = useUi((state) => state.menu)
  const { actions, ui, kinds, refusal } = useStage()
  const { actor } = useWorkshop()
  const note = menu ? actions.noteOf(menu.id) : undefined
  if (!menu || !note) return null
  const { id } = note
  const isPrivate = menu.anchor.closest('[data-private]') !== null
  const ownOnly = refusal ?? (canEdit(actor, note) ? undefined : 'Only its author')
  const sorting: readonly MenuItem[] = isPrivate
    ? []
    : [
        { label: 'Move to…', hint: 'M', Icon: FolderInput, disabledReason: refusal, onSelect: () => ui.set({ moving: [id] }) },
        { label: 'Move up', hint: 'Alt ↑', Icon: ArrowUp, disabledReason: refusal, onSelect: () => actions.shift(id, -1) },
        { label: 'Move down', hint: 'Alt ↓', Icon: ArrowDown, disabledReason: refusal, onSelect: () => actions.shift(id, 1) },
        { label: 'Make a cluster from it', Icon: Group, disabledReason: refusal, onSelect: () => actions.cluster([id]) },
        {
          label: ui.state.selected.has(id) ? 'Leave out of selection' : 'Select',
          hint: 'Space',
          Icon: SquareCheck,
          onSelect: () => ui.toggle(id),
        },
      ]
  const items: readonly MenuItem[] = [
    { label: 'Edit', hint: 'Enter', Icon: PenLine, disabledReason: ownOnly, onSelect: () => ui.set({ editing: id }) },
    ...sorting,
    ...kinds.map((kind) => ({
      label: kindLabels[kind],
      checked: note.kind === kind,
      disabledReason: note.kind === kind ? undefined : ownOnly,
      onSelect: () => actions.setKind([id], kind),
    })),
    { label: 'Delete', Icon: Trash2, danger: true, disabledReason: ownOnly, onSelect: () => actions.remove([id]) },
  ]
  return <MenuList label="Actions for this note" items={items} anchor={menu.anchor} onClose={() => ui.set({ menu: null })} />
}
