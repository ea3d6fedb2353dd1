import { Button } from '../../../ui/Button'

interface FieldActionsProps {
  /** On the button that keeps what is written, for example `Comment`. */
  readonly verb: string
  readonly busy?: boolean
  readonly disabledReason?: string | undefined
  readonly onCancel: () => void
}

/** Below a field beside the text: keep what is written, or leave it. */
export function FieldActions({ verb, onCancel, ...keeping }: FieldActionsProps) {
  return (
    <span className="row">
      <Button type="submit" size="sm" variant="primary" {...keeping}>
        {verb}
      </Button>
      <Button size="sm" variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </span>
  )
}
