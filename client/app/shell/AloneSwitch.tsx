import { Switch } from '../../ui/Switch'

interface AloneSwitchProps {
  readonly checked: boolean
  readonly onChange: (alone: boolean) => void
}

/** How the notes of a step begin: alone until the reveal, or openly. */
export function AloneSwitch({ checked, onChange }: AloneSwitchProps) {
  return (
    <Switch
      label="Everybody writes alone first"
      hint="Notes stay private until you reveal them. Once somebody has written, change it on the step itself."
      checked={checked}
      onChange={onChange}
    />
  )
}
