import { type Role, roleLabels } from '../../../shared/access/actor'
import { classNames } from '../../ui/class-names'

interface RoleChoiceProps {
  /** The most the link gives. */
  readonly role: Role
  readonly value: 'contributor' | 'observer'
  readonly onChange: (value: 'contributor' | 'observer') => void
}

const choices = [
  { value: 'contributor', label: 'Participant', does: 'Write, comment and vote' },
  { value: 'observer', label: 'Observer', does: 'Follow along, read only' },
] as const

const fixed: Partial<Record<Role, string>> = {
  facilitator: 'This link makes you a facilitator: you can lead the session together with the host.',
  voter: 'This link lets you read everything and vote.',
  observer: 'This link lets you follow along, read only.',
}

/** Participant or observer, where the link leaves the choice. */
export function RoleChoice({ role, value, onChange }: RoleChoiceProps) {
  if (role !== 'contributor') {
    return (
      <p className="meta">
        <b>{roleLabels[role]}.</b> {fixed[role]}
      </p>
    )
  }
  return (
    <fieldset className="field join-rolef">
      <legend className="lab">How are you taking part?</legend>
      <div className="join-roles">
        {choices.map((choice) => (
          <label key={choice.value} className={classNames('join-ro', value === choice.value && 'on')}>
            <input type="radio" name="as" value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            <span>
              <b>{choice.label}</b>
              <span>{choice.does}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
