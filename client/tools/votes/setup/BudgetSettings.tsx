import { limits } from '../../../../shared/sync/limits'
import { Field } from '../../../ui/Field'
import type { Setup } from './setup'

interface BudgetSettingsProps {
  readonly setup: Setup
  readonly onChange: (changes: Partial<Setup>) => void
}

/** How many units everybody shares out. */
export function BudgetSettings({ setup: { units, unitsOnOne }, onChange }: BudgetSettingsProps) {
  return (
    <div className="votes-two">
      <Field label="Units each" hint="For example 100">
        {(control) => (
          <input
            {...control}
            className="input"
            inputMode="numeric"
            value={units === 0 ? '' : units}
            onChange={(event) => onChange({ units: wholeNumber(event.target.value) })}
          />
        )}
      </Field>
      <Field label="Most on one" hint="Empty: no limit">
        {(control) => (
          <input
            {...control}
            className="input"
            inputMode="numeric"
            value={unitsOnOne === 0 ? '' : unitsOnOne}
            onChange={(event) => onChange({ unitsOnOne: wholeNumber(event.target.value) })}
          />
        )}
      </Field>
    </div>
  )
}

/** The number that the digits of a text make, at most what a budget holds; 0 for none. */
function wholeNumber(text: string): number {
  return Math.min(limits.budgetUnits, Number(text.replace(/\D/g, '').slice(0, 9)))
}
