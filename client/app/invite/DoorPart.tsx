import { type FormEvent, useState } from 'react'
import { workshopContract } from '../../../shared/workshop/contract'
import { Passphrase } from '../../../shared/workshop/fields'
import type { DoorKind } from '../../../shared/workshop/schema'
import { call } from '../../api/call'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Field } from '../../ui/Field'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'

const choices = [
  { door: 'open', label: 'Open', does: 'Come in at once' },
  { door: 'passphrase', label: 'Passphrase', does: 'Say a word first' },
  { door: 'knock', label: 'Knock', does: 'You let each person in' },
] as const

/** How people with the code or a link come in. `door` is how it is kept now. */
export function DoorPart({ door }: { readonly door: DoorKind }) {
  const { actor } = useWorkshop()
  const [wanted, setWanted] = useState(door)
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const isChanged = wanted !== door || passphrase !== ''

  async function save(event: FormEvent) {
    event.preventDefault()
    if (wanted === 'passphrase' && !Passphrase.safeParse(passphrase).success) {
      setError('Write a passphrase of 6 characters or more.')
      return
    }
    setError(undefined)
    setBusy(true)
    try {
      const body = wanted === 'passphrase' ? { door: wanted, passphrase } : { door: wanted }
      await call(workshopContract.setDoor, { params: { id: actor.workshopId }, body })
      announce(`The door is changed: ${choices.find((choice) => choice.door === wanted)?.label}.`)
      setPassphrase('')
    } catch (refusal) {
      setError(refusalWords(refusal))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="invite-door" onSubmit={save} noValidate>
      <fieldset className="field">
        <legend className="h">The door</legend>
        <p className="meta">For whoever has the code or an open link. Personal invites and facilitators’ links go past it.</p>
        <div className="invite-doors">
          {choices.map((choice) => (
            <label key={choice.door} className={classNames('invite-choice', wanted === choice.door && 'on')}>
              <input type="radio" name="door" checked={wanted === choice.door} onChange={() => setWanted(choice.door)} />
              <span>
                <b>{choice.label}</b>
                <span className="meta">{choice.does}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {wanted === 'passphrase' ? (
        <Field
          label={door === 'passphrase' ? 'New passphrase' : 'Passphrase'}
          hint="Capitals and extra spaces do not count. It is stored so that nobody can read it, so keep it yourself."
          error={error}
        >
          {(props) => (
            <input
              {...props}
              className="input"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
      ) : error ? (
        <p className="errmsg">{error}</p>
      ) : null}
      {isChanged ? (
        <Button type="submit" variant="primary" busy={busy}>
          {door === 'passphrase' && wanted === 'passphrase' ? 'Change the passphrase' : 'Change the door'}
        </Button>
      ) : null}
    </form>
  )
}
