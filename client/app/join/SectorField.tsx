import { useState } from 'react'
import { Field } from '../../ui/Field'

interface SectorFieldProps {
  /** A sector's id; empty when not said. */
  readonly value: string
  readonly onChange: (value: string) => void
}

interface Sector {
  readonly id: string
  readonly label: string
}

/** Asked only of those who open it: the sectors load then. */
export function SectorField({ value, onChange }: SectorFieldProps) {
  const [sectors, setSectors] = useState<readonly Sector[]>([])

  async function load() {
    const { default: team } = await import('../../../shared/content/leadership-team.json')
    setSectors(team.sectors)
  }

  return (
    <details className="join-sector" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>
        Add your sector <span className="fine">optional</span>
      </summary>
      <Field label="Sector">
        {(props) => (
          <select {...props} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">Not said</option>
            {sectors.map((sector) => (
              <option key={sector.id} value={sector.id}>
                {sector.label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </details>
  )
}
