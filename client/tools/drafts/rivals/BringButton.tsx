import { ArrowUpRight, CornerRightDown, Replace } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'

interface BringButtonProps {
  /** What the other wording is called. */
  readonly name: string
  /** An empty draft takes it whole: there is nothing to choose. */
  readonly isDraftEmpty: boolean
  /** Undefined while the draft cannot be written in from here. */
  readonly onBring: ((how: 'append' | 'replace') => void) | undefined
}

/** Brings another wording into the draft: at its end or in its place, as the person says. */
export function BringButton({ name, isDraftEmpty, onBring }: BringButtonProps) {
  if (!onBring || isDraftEmpty) {
    return (
      <Button
        size="sm"
        Icon={ArrowUpRight}
        disabledReason={onBring ? undefined : 'The draft is not open for writing.'}
        onClick={() => onBring?.('replace')}
      >
        Bring into draft
      </Button>
    )
  }
  return (
    <Menu
      label={`Bring ${name} into the draft`}
      items={[
        { label: 'Put it at the end of the draft', Icon: CornerRightDown, onSelect: () => onBring('append') },
        { label: 'Replace the draft with it', Icon: Replace, onSelect: () => onBring('replace') },
      ]}
    >
      <ArrowUpRight className="i s" aria-hidden />
      Bring into draft…
    </Menu>
  )
}

/** What is said once it is there. */
export function broughtInWords(name: string, how: 'append' | 'replace', wasEmpty: boolean): string {
  if (wasEmpty) return `${name} is in the draft.`
  return how === 'append' ? `${name} stands at the end of the draft.` : `${name} has taken the place of the draft’s words.`
}
