import type { ReactNode } from 'react'
import { limits } from '../../../shared/sync/limits'
import {
  type Choice,
  confidences,
  fundingStarters,
  gapKinds,
  populationStarters,
  serviceKinds,
  serviceModels,
  supportKinds,
} from '../../../shared/tools/service-map/catalogue'
import { entriesOf } from '../../../shared/tools/service-map/import-cells'
import { mostEntries } from '../../../shared/tools/service-map/schema'
import type { ServiceMap } from '../../../shared/tools/service-map/selectors'
import { Field } from '../../ui/Field'
import type { DraftFaults, DraftText, ServiceDraft } from './service-draft'

interface FieldsetProps {
  readonly draft: ServiceDraft
  readonly faults: DraftFaults
  readonly onChange: (changes: Partial<ServiceDraft>) => void
}

interface FieldProps extends FieldsetProps {
  readonly name: DraftText
  readonly label: string
  readonly hint?: string
}

/** What is offered, at which stage, by whom. */
export function WhatFields({ map, ...props }: FieldsetProps & { readonly map: ServiceMap }) {
  const partners = map.parties.map(({ id, name }) => ({ id, label: name }))
  return (
    <>
      <LineField {...props} name="label" label="What the partner offers" />
      <ChoiceField {...props} name="partnerId" label="Offered by" none="Choose a partner">
        {options(partners)}
      </ChoiceField>
      <div className="smap-pair">
        <ChoiceField {...props} name="stageId" label="Stage" none="Choose a stage">
          {options(map.stages)}
        </ChoiceField>
        <ChoiceField {...props} name="kind" label="Kind" none="Not said yet">
          <optgroup label="Service">{options(serviceKinds)}</optgroup>
          <optgroup label="Support">{options(supportKinds)}</optgroup>
        </ChoiceField>
      </div>
    </>
  )
}

/** To whom, paid from what, for how many; out of the way until somebody wants it. */
export function MoreFields(props: FieldsetProps) {
  return (
    <>
      <details className="smap-more">
        <summary>For whom, and how</summary>
        <ListField {...props} name="populations" label="Who may use it" starters={populationStarters} />
        <div className="smap-pair">
          <ChoiceField {...props} name="model" label="How it is delivered" none="Not said yet">
            {options(serviceModels)}
          </ChoiceField>
          <LineField {...props} name="area" label="Where" />
        </div>
      </details>
      <details className="smap-more">
        <summary>Paid from what</summary>
        <ListField {...props} name="funding" label="What pays for it" starters={fundingStarters} />
        <LineField {...props} name="fundingEndsOn" label="The money ends on" type="date" />
      </details>
      <details className="smap-more">
        <summary>For how many, and how well</summary>
        <div className="smap-pair">
          <LineField {...props} name="capacityPerYear" label="Places a year" />
          <LineField {...props} name="servedLastYear" label="Served last year" />
          <LineField {...props} name="waitWeeks" label="Wait in weeks" />
          <LineField {...props} name="measure" label="Counts as success" />
          <ChoiceField {...props} name="gap" label="What is missing" none="Nothing said">
            {options(gapKinds)}
          </ChoiceField>
          <ChoiceField {...props} name="confidence" label="How sure are we" none="Not said yet">
            {options(confidences)}
          </ChoiceField>
        </div>
      </details>
    </>
  )
}

function options(choices: readonly Choice[]): ReactNode {
  return choices.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ))
}

function ChoiceField({
  draft,
  faults,
  name,
  label,
  none,
  children,
  onChange,
}: FieldProps & { readonly none: string; readonly children: ReactNode }) {
  return (
    <Field label={label} error={faults[name]}>
      {(control) => (
        <select {...control} className="input" value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })}>
          <option value="">{none}</option>
          {children}
        </select>
      )}
    </Field>
  )
}

function LineField({ draft, faults, name, label, type = 'text', onChange }: FieldProps & { readonly type?: 'text' | 'date' }) {
  return (
    <Field label={label} error={faults[name]}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          value={draft[name]}
          maxLength={limits.titleLength}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}

interface ListFieldProps extends FieldsetProps {
  readonly name: 'populations' | 'funding'
  readonly label: string
  readonly starters: readonly Choice[]
}

/** Several of the usual ones, ticked, and the group's own beside them. */
function ListField({ draft, faults, name, label, starters, onChange }: ListFieldProps) {
  const ticked = entriesOf(draft[name])
  const own = `${name}Own` as const
  return (
    <>
      <fieldset className="smap-ticks">
        <legend>{label}</legend>
        {starters.map((starter) => (
          <label key={starter.id} className="row">
            <input
              type="checkbox"
              checked={ticked.includes(starter.id)}
              onChange={({ target }) =>
                onChange({ [name]: (target.checked ? [...ticked, starter.id] : ticked.filter((id) => id !== starter.id)).join('\n') })
              }
            />
            {starter.label}
          </label>
        ))}
      </fieldset>
      <Field label="Others" hint="One a line." error={faults[own]}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            value={draft[own]}
            maxLength={limits.nameLength * mostEntries}
            onChange={(event) => onChange({ [own]: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
