import { Plus } from 'lucide-react'
import { limits } from '../../../../shared/sync/limits'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { capital } from '../words'
import type { Guest, Guests } from './use-guests'

/** Who is asked: a person for each seat that was missing, and whoever else. */
export function GuestRows({ guests: { rows, change, add } }: { readonly guests: Guests }) {
  return (
    <>
      {rows.map((guest, index) => (
        <GuestRow key={guest.key} guest={guest} label={guest.seat ? capital(guest.seat) : `Person ${index + 1}`} onChange={change} />
      ))}
      <Button size="sm" variant="ghost" Icon={Plus} className="late-add" onClick={add}>
        Ask one more person
      </Button>
    </>
  )
}

interface GuestRowProps {
  readonly guest: Guest
  readonly label: string
  readonly onChange: Guests['change']
}

function GuestRow({ guest: { key, name, organisation }, label, onChange }: GuestRowProps) {
  return (
    <fieldset className="late-guest">
      <legend>{label}</legend>
      <Field label="Name">
        {(props) => (
          <input
            {...props}
            className="input"
            autoComplete="off"
            maxLength={limits.nameLength}
            value={name}
            onChange={(event) => onChange(key, { name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Organisation">
        {(props) => (
          <input
            {...props}
            className="input"
            autoComplete="off"
            maxLength={limits.nameLength}
            value={organisation}
            onChange={(event) => onChange(key, { organisation: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}
