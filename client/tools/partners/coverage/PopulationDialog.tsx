import type { FormEvent } from 'react'
import { useState } from 'react'
import { nameKey } from '../../../../shared/doc/name-key'
import { limits } from '../../../../shared/sync/limits'
import { populations } from '../../../../shared/tools/partners/collections'
import { entriesOf } from '../../../../shared/tools/partners/fields'
import { usualPopulations } from '../../../../shared/tools/partners/recommended-team'
import { addPopulation } from '../../../../shared/tools/partners/seating'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { FormDialog } from '../../../ui/FormDialog'

/** Adds a population; a usual one brings the kinds of partner that it asks for, to keep or to change. */
export function PopulationDialog({ onClose }: { readonly onClose: () => void }) {
  const { board, actor } = useWorkshop()
  const known = useRecords(populations, board)
  const [name, setName] = useState('')
  const [asksFor, setAsksFor] = useState('')
  const [tried, setTried] = useState(false)
  const fault =
    nameKey(name) === ''
      ? 'Type who they are.'
      : known.some((each) => nameKey(each.name) === nameKey(name))
        ? 'This population is on the list already.'
        : undefined

  function add(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault) return
    addPopulation(
      board,
      actor,
      name.trim(),
      entriesOf(asksFor).map((kind) => kind.slice(0, limits.nameLength)),
    )
    onClose()
  }

  return (
    <FormDialog title="Add a population" save="Add the population" onSubmit={add} onClose={onClose}>
      <div className="row wrap coverage-usual">
        {usualPopulations
          .filter((usual) => !known.some((each) => nameKey(each.name) === nameKey(usual.name)))
          .map((usual) => (
            <Button
              key={usual.name}
              size="sm"
              onClick={() => {
                setName(usual.name)
                setAsksFor(usual.asksFor.join('\n'))
              }}
            >
              {usual.name}
            </Button>
          ))}
      </div>
      <Field label="Population" error={tried ? fault : undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={name}
            maxLength={limits.nameLength}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Kinds of partner that it asks for" hint="One a line.">
        {(control) => (
          <textarea {...control} className="input" rows={3} value={asksFor} onChange={(event) => setAsksFor(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}
