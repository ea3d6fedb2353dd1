import { limits } from '../../../shared/sync/limits'
import { aimFields, backings, listFields, noteField, pledgeFields } from '../../../shared/tools/partners/fields'
import { levels, sectors } from '../../../shared/tools/partners/recommended-team'
import { mostEntries } from '../../../shared/tools/partners/schema'
import { Field } from '../../ui/Field'
import './partner-form.css'
import type { DraftFaults, PartnerDraft } from './partner-draft'

type Texts = PartnerDraft['texts']

interface PartnerFieldsetProps {
  readonly texts: Texts
  readonly faults: DraftFaults
  readonly onChange: (changes: Partial<Texts>) => void
}

interface FieldProps extends PartnerFieldsetProps {
  readonly name: keyof Texts
  readonly label: string
  readonly hint?: string | undefined
}

interface Option {
  readonly id: string
  readonly label: string
}

/** What a partner is called. */
export function NameField(props: PartnerFieldsetProps) {
  return <LineField {...props} name="name" label="Organisation or programme" />
}

/** Who a partner is: what stands in its row of the list beside the name. */
export function WhoFields(props: PartnerFieldsetProps) {
  const long = levels.map((level) => ({ id: level.id, label: level.long }))
  return (
    <div className="partners-pair">
      <ChoiceField {...props} name="sector" label="Sector" none="Not said yet" options={sectors} />
      <ChoiceField {...props} name="level" label="Level" none="Not said yet" options={long} />
      <LineField {...props} name="contact" label="Contact (a role, not a person)" />
      <LineField {...props} name="hours" label="Hours a month" />
      <LineField {...props} name="joinedOn" label="Joined on" type="date" />
    </div>
  )
}

/** What a partner brings and needs; out of the way until somebody wants it. */
export function MoreFields(props: PartnerFieldsetProps) {
  return (
    <>
      <details className="partners-more">
        <summary>People, populations and skills</summary>
        {listFields.map(({ key, label, hint }) => (
          <WordsField key={key} {...props} name={key} label={label} hint={hint} most={(limits.titleLength + 2) * mostEntries} />
        ))}
      </details>
      <details className="partners-more">
        <summary>Goals, resources, measures and requirements</summary>
        {[...aimFields, noteField].map(({ key, label, hint }) => (
          <WordsField key={key} {...props} name={key} label={label} hint={hint} most={limits.noteLength} />
        ))}
      </details>
      <details className="partners-more">
        <summary>Champion or endorser</summary>
        <ChoiceField {...props} name="backing" label="Backs the work as" none="Neither" options={backings} />
        {pledgeFields.map(({ key, label }) => (
          <WordsField key={key} {...props} name={key} label={label} most={limits.noteLength} />
        ))}
      </details>
    </>
  )
}

/** One of a few things, or none of them. */
export function ChoiceField({
  texts,
  name,
  label,
  none,
  options,
  onChange,
}: Omit<FieldProps, 'faults'> & { readonly none: string; readonly options: readonly Option[] }) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className="input" value={texts[name]} onChange={(event) => onChange({ [name]: event.target.value })}>
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

function LineField({ texts, faults, name, label, type = 'text', onChange }: FieldProps & { readonly type?: 'text' | 'date' }) {
  return (
    <Field label={label} error={faults[name]}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          value={texts[name]}
          maxLength={limits.titleLength}
          inputMode={name === 'hours' ? 'decimal' : undefined}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}

function WordsField({ texts, faults, name, label, hint, most, onChange }: FieldProps & { readonly most: number }) {
  return (
    <Field label={label} hint={hint} error={faults[name]}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={2}
          value={texts[name]}
          maxLength={most}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}
