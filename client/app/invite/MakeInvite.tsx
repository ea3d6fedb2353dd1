import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { roleLabels } from '../../../shared/access/actor'
import team from '../../../shared/content/leadership-team.json' with { type: 'json' }
import type { ResultOf } from '../../../shared/http/endpoint'
import { limits } from '../../../shared/sync/limits'
import { agenda } from '../../../shared/workshop/collections'
import { workshopContract } from '../../../shared/workshop/contract'
import { InviteRole } from '../../../shared/workshop/fields'
import { orderedAgenda } from '../../../shared/workshop/selectors'
import { call } from '../../api/call'
import { useSelected } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'
import { endOfDay } from './time-words'

/** An invite whose address can be seen this once. */
export type MadeInvite = ResultOf<typeof workshopContract.makeInvite>

const empty = { name: '', organisation: '', sector: '', level: '' }

/** For whom, in which part, and until when. */
export function MakeInvite({ onMade }: { readonly onMade: (invite: MadeInvite) => void }) {
  const { actor, record } = useWorkshop()
  const steps = useSelected(agenda, record, orderedAgenda)
  const [person, setPerson] = useState(empty)
  const [role, setRole] = useState<InviteRole>('contributor')
  const [stepId, setStepId] = useState('')
  const [lastDay, setLastDay] = useState('')
  const [error, setError] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<typeof empty>) => setPerson({ ...person, ...part })

  async function make(event: FormEvent) {
    event.preventDefault()
    if (person.name.trim() === '') return setError('Write whom the invite is for.')
    setError(undefined)
    setFailure(undefined)
    setBusy(true)
    const body = { ...person, role, ...(stepId === '' ? {} : { stepId }), ...(lastDay === '' ? {} : { expiresAtMs: endOfDay(lastDay) }) }
    try {
      onMade(await call(workshopContract.makeInvite, { params: { id: actor.workshopId }, body }))
      setPerson(empty)
    } catch (refusal) {
      setFailure(refusalWords(refusal))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="invite-person" onSubmit={make} noValidate>
      <Field label="Name" error={error}>
        {(props) => (
          <input
            {...props}
            className="input"
            autoComplete="off"
            maxLength={limits.nameLength}
            value={person.name}
            onChange={(event) => change({ name: event.target.value })}
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
            value={person.organisation}
            onChange={(event) => change({ organisation: event.target.value })}
          />
        )}
      </Field>
      <Choice label="Sector" none="Not said" options={team.sectors} value={person.sector} onChange={(sector) => change({ sector })} />
      <Choice label="Level" none="Not said" options={team.levels} value={person.level} onChange={(level) => change({ level })} />
      <Field label="Takes part as">
        {(props) => (
          <select {...props} className="input" value={role} onChange={(event) => setRole(InviteRole.parse(event.target.value))}>
            {InviteRole.options.map((value) => (
              <option key={value} value={value}>
                {roleLabels[value]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choice
        label="Opens at"
        none="The step the group is on"
        options={steps.map(({ id, title }) => ({ id, label: title }))}
        value={stepId}
        onChange={setStepId}
      />
      <Field label="Last day (optional)">
        {(props) => <input {...props} type="date" className="input" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />}
      </Field>
      {failure ? <p className="errmsg">{failure}</p> : null}
      <Button type="submit" Icon={UserPlus} busy={busy}>
        Make invite
      </Button>
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  /** What is shown where nothing is chosen. */
  readonly none: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

function Choice({ label, none, options, value, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(props) => (
        <select {...props} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
