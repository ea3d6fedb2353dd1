import { ArrowDown, ArrowUp, FolderInput, Group, PenLine, SquareCheck, Trash2 } from 'lucide-react'
import { canEdit } from '../../../shared/tools/ideas/permissions'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import { useWorkshop } from '../../app/workshop-context'
import type { MenuItem } from '../../ui/Menu'
import { MenuList } from '../../ui/Menu'
import { useUi } from './board-ui'
import { KindGlyph } from './KindGlyph'
import { papers } from './kinds'
import { useStage } from './stage-context'

/** Key hints only confuse where people use a finger. */
const hasKeyboard = matchMedia('(hover: hover)').matches

/** The one open menu of a note; every note's ⋯ shares it. */
export function NoteMenu() {
  const menu = useUi((state) => state.menu)
  const { actions, ui, kinds, refusal } = useStage()
  const { actor } = useWorkshop()
  const note = menu ? actions.noteOf(menu.id) : undefined
  if (!menu || !note) return null
  const { id } = note
  const keyHint = (keys: string) => (hasKeyboard ? keys : undefined)
  const isLoose = menu.anchor.closest('[data-private], .ideas-plain') !== null
  const ownOnly = refusal ?? (canEdit(actor, note) ? undefined : 'Only its author')
  const sorting: readonly MenuItem[] = isLoose
    ? []
    : [
        { label: 'Move to…', hint: keyHint('M'), Icon: FolderInput, disabledReason: refusal, onSelect: () => ui.set({ moving: [id] }) },
        { label: 'Move up', hint: keyHint('Alt ↑'), Icon: ArrowUp, disabledReason: refusal, onSelect: () => actions.shift(id, -1) },
        { label: 'Move down', hint: keyHint('Alt ↓'), Icon: ArrowDown, disabledReason: refusal, onSelect: () => actions.shift(id, 1) },
        { label: 'Make a cluster from it', Icon: Group, disabledReason: refusal, onSelect: () => actions.cluster([id]) },
        {
          label: ui.state.selected.has(id) ? 'Leave out of selection' : 'Select',
          hint: keyHint('Space'),
          Icon: SquareCheck,
          onSelect: () => ui.toggle(id),
        },
      ]
  const items: readonly MenuItem[] = [
    { label: 'Edit', hint: keyHint('Enter'), Icon: PenLine, disabledReason: ownOnly, onSelect: () => ui.set({ editing: id }) },
    ...sorting,
    { label: 'Delete', Icon: Trash2, danger: true, disabledReason: ownOnly, onSelect: () => actions.remove([id]) },
    ...(ownOnly ? [] : kinds).map((kind) => ({
      label: (
        <span className={`ideas-row-kind ${papers[kind]}`}>
          <KindGlyph kind={kind} />
          {kindLabels[kind]}
        </span>
      ),
      checked: note.kind === kind,
      onSelect: () => actions.setKind([id], kind),
    })),
  ]
  return <MenuList label="Actions for this note" items={items} anchor={menu.anchor} onClose={() => ui.set({ menu: null })} />
}
