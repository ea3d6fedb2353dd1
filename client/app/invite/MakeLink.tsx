import { Link2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { roleLabels } from '../../../shared/access/actor'
import type { ResultOf } from '../../../shared/http/endpoint'
import { limits } from '../../../shared/sync/limits'
import { workshopContract } from '../../../shared/workshop/contract'
import { LinkRole } from '../../../shared/workshop/fields'
import { call } from '../../api/call'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'

const expiries = [
  { hours: undefined, label: 'Until revoked' },
  { hours: 4, label: '4 hours' },
  { hours: 24, label: '1 day' },
  { hours: 24 * 7, label: '1 week' },
  { hours: 24 * 30, label: '30 days' },
] as const

const does: Readonly<Record<LinkRole, string>> = {
  observer: 'Follows along, read only.',
  voter: 'Reads, comments and votes.',
  contributor: 'Writes, comments and votes.',
  facilitator: 'Leads the session with you. Send it to one person, and cap it at 1.',
}

/** A link whose address can be seen this once. */
export type MadeLink = ResultOf<typeof workshopContract.makeLink>

/** The choices for a link. */
export function MakeLink({ onMade }: { readonly onMade: (link: MadeLink) => void }) {
  const { actor } = useWorkshop()
  const [role, setRole] = useState<LinkRole>('observer')
  const [expiry, setExpiry] = useState(0)
  const [uses, setUses] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function make(event: FormEvent) {
    event.preventDefault()
    const cap = readCap(uses)
    if (cap === 'wrong') {
      setError(`Write a number from 1 to ${limits.participants}, or leave it empty.`)
      return
    }
    setError(undefined)
    setBusy(true)
    const hours = expiries[expiry]?.hours
    const body = { role, ...(hours === undefined ? {} : { expiresInHours: hours }), ...(cap === undefined ? {} : { uses: cap }) }
    try {
      onMade(await call(workshopContract.makeLink, { params: { id: actor.workshopId }, body }))
    } catch (refusal) {
      setError(refusalWords(refusal))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="invite-make" onSubmit={make} noValidate>
      <Field label="Role" hint={does[role]}>
        {(props) => (
          <select {...props} className="input" value={role} onChange={(event) => setRole(LinkRole.parse(event.target.value))}>
            {(['observer', 'voter', 'contributor', 'facilitator'] as const).map((value) => (
              <option key={value} value={value}>
                {roleLabels[value]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Works for">
        {(props) => (
          <select {...props} className="input" value={expiry} onChange={(event) => setExpiry(Number(event.target.value))}>
            {expiries.map(({ label }, index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="People" error={error}>
        {(props) => (
          <input
            {...props}
            className="input"
            inputMode="numeric"
            placeholder="Any number"
            value={uses}
            onChange={(event) => setUses(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" Icon={Link2} busy={busy}>
        Make link
      </Button>
    </form>
  )
}

function readCap(text: string): number | undefined | 'wrong' {
  if (text.trim() === '') return undefined
  const cap = Number(text)
  return Number.isInteger(cap) && cap >= 1 && cap <= limits.participants ? cap : 'wrong'
}
