import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { addPartner, editPartner } from '../../../shared/tools/partners/commands'
import { proposeSeats } from '../../../shared/tools/partners/propose-seats'
import { levels, sectors, teams } from '../../../shared/tools/partners/recommended-team'
import { Level, mostHoursPerMonth, type Partner, type PartnerFields, Team } from '../../../shared/tools/partners/schema'
import { nameKey, onRoster } from '../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { toast } from '../../ui/toast'
import { SeatChoice } from './SeatChoice'
import { usePartners } from './use-roster'

interface PartnerDialogProps {
  /** Absent to add one. */
  readonly partner?: Partner | undefined
  /** Sector to begin with. */
  readonly sector?: string | undefined
  readonly onClose: () => void
}

/** Adds a partner, or changes what is said about one. */
export function PartnerDialog({ partner, sector, onClose }: PartnerDialogProps) {
  const { board, actor } = useWorkshop()
  const [fields, setFields] = useState<PartnerFields>(() => partner ?? { name: '', sector, seats: [] })
  const [hours, setHours] = useState(partner?.hoursPerMonth === undefined ? '' : String(partner.hoursPerMonth))
  const [tried, setTried] = useState(false)
  const faults = useFaults(fields, hours, partner)
  const set = (changes: Partial<PartnerFields>) => setFields({ ...fields, ...changes })

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (faults.name || faults.hours) return
    const said = tidy(fields, hours)
    if (partner) editPartner(board, actor, partner.id, changesFrom(partner, said))
    else addPartner(board, actor, said)
    toast({ message: partner ? `${said.name} changed` : `${said.name} added` })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={partner ? 'Change a partner' : 'Add a partner'}>
      <form className="partners-form" onSubmit={save} noValidate>
        <Field label="Organisation or programme" error={tried ? faults.name : undefined}>
          {(props) => (
            <input
              {...props}
              className="input"
              value={fields.name}
              maxLength={limits.titleLength}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Sector">
          {(props) => (
            <select
              {...props}
              className="input"
              value={fields.sector ?? ''}
              onChange={(event) => set({ sector: event.target.value || undefined })}
            >
              <option value="">Not said yet</option>
              {sectors.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="partners-pair">
          <Field label="Level">
            {(props) => (
              <select
                {...props}
                className="input"
                value={fields.level ?? ''}
                onChange={(event) => set({ level: Level.safeParse(event.target.value).data })}
              >
                <option value="">Not said yet</option>
                {levels.map(({ id, long }) => (
                  <option key={id} value={id}>
                    {long}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Team ring">
            {(props) => (
              <select
                {...props}
                className="input"
                value={fields.team ?? ''}
                onChange={(event) => set({ team: Team.safeParse(event.target.value).data })}
              >
                <option value="">In no ring yet</option>
                {teams.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className="partners-pair">
          <Field label="Contact (a role, not a person)">
            {(props) => (
              <input
                {...props}
                className="input"
                value={fields.contact ?? ''}
                maxLength={limits.titleLength}
                onChange={(event) => set({ contact: event.target.value })}
              />
            )}
          </Field>
          <Field label="Hours a month" error={faults.hours}>
            {(props) => (
              <input {...props} className="input" inputMode="decimal" value={hours} onChange={(event) => setHours(event.target.value)} />
            )}
          </Field>
        </div>
        <SeatChoice
          value={fields.seats}
          proposed={proposeSeats(fields)}
          sector={fields.sector}
          onChange={(seats) => set({ seats: [...seats] })}
        />
        <Field label="Note" hint="What they bring, what they need from this.">
          {(props) => (
            <textarea
              {...props}
              className="input"
              rows={2}
              value={fields.note ?? ''}
              maxLength={limits.noteLength}
              onChange={(event) => set({ note: event.target.value })}
            />
          )}
        </Field>
        <DialogActions>
          <Button variant="primary" type="submit">
            {partner ? 'Save the partner' : 'Add the partner'}
          </Button>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function useFaults(
  fields: PartnerFields,
  hours: string,
  partner: Partner | undefined,
): { readonly name?: string; readonly hours?: string } {
  const all = usePartners()
  const same = onRoster(all).find((other) => other.id !== partner?.id && nameKey(other.name) === nameKey(fields.name))
  const number = Number(hours.replace(',', '.'))
  return {
    ...(fields.name.trim() === ''
      ? { name: 'Type the name of the organisation.' }
      : same
        ? { name: `${same.name} is on the list already.` }
        : {}),
    ...(hours.trim() !== '' && !(number >= 0 && number <= mostHoursPerMonth)
      ? { hours: `Type a number from 0 to ${mostHoursPerMonth}.` }
      : {}),
  }
}

function tidy(fields: PartnerFields, hours: string): PartnerFields {
  return {
    name: fields.name.trim(),
    sector: fields.sector,
    level: fields.level,
    team: fields.team,
    contact: fields.contact?.trim() || undefined,
    hoursPerMonth: hours.trim() === '' ? undefined : Number(hours.replace(',', '.')),
    seats: fields.seats,
    note: fields.note?.trim() || undefined,
  }
}

/** Only what this person changed, so that what others change meanwhile stays. */
function changesFrom(before: Partner, after: PartnerFields): Partial<PartnerFields> {
  const entries = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(before[field as keyof PartnerFields]) !== JSON.stringify(value),
  )
  return Object.fromEntries(entries) as Partial<PartnerFields> // a subset of the same entries
}
