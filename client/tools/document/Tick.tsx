interface TickProps {
  readonly label: string
  /** How much there is, at the end of the line. */
  readonly note?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** One line that can be ticked. */
export function Tick({ label, note, checked, onChange }: TickProps) {
  return (
    <label className="document-tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="grow">{label}</span>
      {note ? <span className="fine">{note}</span> : null}
    </label>
  )
}
