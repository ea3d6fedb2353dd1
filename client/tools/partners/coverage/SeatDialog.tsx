import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { seatLevels, sectors } from '../../../../shared/tools/partners/recommended-team'
import { PopulationId, SeatLevel } from '../../../../shared/tools/partners/schema'
import { addSeat } from '../../../../shared/tools/partners/seating'
import { useWorkshop } from '../../../app/workshop-context'
import { Field } from '../../../ui/Field'
import { FormDialog } from '../../../ui/FormDialog'
import { Switch } from '../../../ui/Switch'

interface SeatDialogProps {
  /** The population that asks for it, if one does. */
  readonly populationId: string | undefined
  readonly onClose: () => void
}

/** Adds a seat to the list of this partnership. */
export function SeatDialog({ populationId, onClose }: SeatDialogProps) {
  const { board, actor } = useWorkshop()
  const [name, setName] = useState('')
  const [sector, setSector] = useState(sectors[0]?.id ?? '')
  const [level, setLevel] = useState<SeatLevel>(populationId ? 'either' : 'local')
  const [isMinimum, setMinimum] = useState(false)
  const [tried, setTried] = useState(false)
  const population = PopulationId.safeParse(populationId).data

  function add(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return
    addSeat(board, actor, { name: name.trim(), level, isMinimum, ...(population ? { populationId: population } : { sector }) })
    onClose()
  }

  return (
    <FormDialog title={population ? 'Add a kind of partner' : 'Add a seat'} save="Add the seat" onSubmit={add} onClose={onClose}>
      <Field label="Who is asked for" error={tried && name.trim() === '' ? 'Type who is asked for.' : undefined}>
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
      {population ? null : (
        <Field label="Sector">
          {(control) => (
            <select {...control} className="input" value={sector} onChange={(event) => setSector(event.target.value)}>
              {sectors.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label="Level">
        {(control) => (
          <select {...control} className="input" value={level} onChange={(event) => setLevel(SeatLevel.parse(event.target.value))}>
            {seatLevels.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {population ? null : <Switch label="One of the minimum seats" checked={isMinimum} onChange={setMinimum} />}
    </FormDialog>
  )
}
