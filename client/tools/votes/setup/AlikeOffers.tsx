import { Merge } from 'lucide-react'
import { useMemo } from 'react'
import { newId } from '../../../../shared/doc/ids'
import { joined } from '../../../../shared/doc/words'
import { alikeOptions } from '../../../../shared/tools/votes/likeness'
import { Button } from '../../../ui/Button'
import { toast } from '../../../ui/toast'
import { merged, type SetupOptions, takenApart } from './setup-options'

interface AlikeOffersProps {
  /** The options that will be voted on. */
  readonly rows: SetupOptions
  /** Groups that are to stay apart. */
  readonly apart: readonly string[]
  readonly onKeepApart: (group: string) => void
  readonly onChange: (edit: (rows: SetupOptions) => SetupOptions) => void
}

/** Options that say nearly the same would share their votes between them: each group with the offer to make it one. */
export function AlikeOffers({ rows, apart, onKeepApart, onChange }: AlikeOffersProps) {
  const groups = useMemo(() => alikeOptions(rows.map(({ key, label }) => ({ id: key, label }))), [rows])
  const open = groups.map(({ ids }) => ({ group: [...ids].sort().join(' '), ids })).filter(({ group }) => !apart.includes(group))
  if (open.length === 0) return null

  function merge(ids: readonly string[]) {
    const key = newId('row')
    onChange((all) => merged(all, ids, key))
    const undo = { label: 'Undo', run: () => onChange((all) => takenApart(all, key)) }
    toast({ message: `${ids.length} options are one now`, Icon: Merge, action: undo })
  }

  return (
    <section className="votes-alike" aria-label="Nearly the same">
      <p>
        <b>Nearly the same.</b> Options like these split the votes between them.
      </p>
      <ul>
        {open.map(({ group, ids }) => {
          const names = joined(ids.map((id) => `“${rows.find(({ key }) => key === id)?.label ?? ''}”`))
          return (
            <li key={group}>
              <span className="grow">{names}</span>
              <span className="row">
                <Button size="sm" Icon={Merge} aria-label={`Merge ${names} into one`} onClick={() => merge(ids)}>
                  Merge into one
                </Button>
                <Button size="sm" variant="ghost" aria-label={`Keep ${names} apart`} onClick={() => onKeepApart(group)}>
                  Keep apart
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
