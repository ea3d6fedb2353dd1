import { Undo2 } from 'lucide-react'
import { dayInWords } from '../../../shared/doc/day'
import { nameKey } from '../../../shared/doc/name-key'
import { restorePartner } from '../../../shared/tools/partners/commands'
import type { Partner } from '../../../shared/tools/partners/schema'
import { onRoster, takenOff } from '../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'

/** Partners that were taken off the list, the last first; each can be put back with all that was said about it. */
export function TakenOff({ all, mayEdit }: { readonly all: readonly Partner[]; readonly mayEdit: boolean }) {
  const { board, actor } = useWorkshop()
  const gone = takenOff(all)
  const names = new Set(onRoster(all).map(({ name }) => nameKey(name)))
  if (gone.length === 0) return null

  function putBack({ id, name }: Partner) {
    restorePartner(board, actor, id)
    toast({ message: `${name} is on the list again` })
  }

  return (
    <details className="partners-gone">
      <summary>Taken off the list, {gone.length}</summary>
      <ul>
        {gone.map((partner) => (
          <li key={partner.id} className="row between wrap">
            <span>
              <b>{partner.name}</b> <span className="meta">on {dayInWords(partner.removedAtMs ?? 0)}</span>
            </span>
            {mayEdit ? (
              <Button
                size="sm"
                Icon={Undo2}
                disabledReason={names.has(nameKey(partner.name)) ? 'A partner of this name is on the list' : undefined}
                onClick={() => putBack(partner)}
              >
                Put back<span className="vh"> {partner.name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
