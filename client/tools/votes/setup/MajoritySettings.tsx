import { CardChoice } from './CardChoice'
import { SetupTerm } from './SetupTerm'
import type { Setup } from './setup'

interface MajoritySettingsProps {
  readonly setup: Setup
  readonly onChange: (changes: Partial<Setup>) => void
}

const thresholds = [
  { value: 'more-than-half', label: 'More than half' },
  { value: 'two-thirds', label: 'Two thirds' },
  { value: 'three-quarters', label: 'Three quarters' },
] as const

/** What a majority vote needs to pass, and whose vote it is. */
export function MajoritySettings({ setup, onChange }: MajoritySettingsProps) {
  return (
    <>
      <label className="votes-term">
        <span className="grow">
          <b>Needs</b>
          <span className="fine">Share of the votes for first place</span>
        </span>
        <select
          className="input votes-select"
          value={setup.threshold}
          onChange={(event) => {
            const chosen = thresholds.find(({ value }) => value === event.target.value)
            if (chosen) onChange({ threshold: chosen.value })
          }}
        >
          {thresholds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <SetupTerm
        label="Quorum"
        why="Share of those who may vote that must take part"
        value={setup.quorum}
        min={0}
        max={100}
        step={5}
        format={(value) => (value === 0 ? 'None' : `${value} %`)}
        onChange={(quorum) => onChange({ quorum })}
      />
      <CardChoice
        legend="One vote for each"
        name="votes-one-per"
        value={setup.oneVotePer}
        choices={[
          { value: 'person', title: 'Person', words: 'Everybody counts the same' },
          { value: 'organisation', title: 'Organisation', words: 'Its people share one vote' },
        ]}
        onChoose={(oneVotePer) => onChange({ oneVotePer })}
      />
    </>
  )
}
