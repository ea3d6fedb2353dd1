import type { KeyboardEvent } from 'react'
import type { IdeaKind } from '../../../shared/tools/ideas/schema'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import { classNames } from '../../ui/class-names'
import { KindGlyph } from './KindGlyph'
import { papers } from './kinds'

interface KindPickerProps {
  readonly kinds: readonly IdeaKind[]
  readonly value: IdeaKind
  readonly onChange: (kind: IdeaKind) => void
  /** Only the glyphs are shown where a note is narrow; the words are their names. */
  readonly compact?: boolean
}

/** The kind of the note being written. */
export function KindPicker({ kinds, value, onChange, compact }: KindPickerProps) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const at = (kinds.indexOf(value) + step + kinds.length) % kinds.length
    const next = kinds[at]
    if (!next) return
    onChange(next)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[at]?.focus()
  }

  return (
    <div
      className={classNames('ideas-kinds', compact && 'compact')}
      role="radiogroup"
      aria-label="Kind of note"
      tabIndex={-1}
      onKeyDown={move}
    >
      {kinds.map((kind) => (
        // biome-ignore lint/a11y/useSemanticElements: a paper swatch that is a radio; the group's arrows follow the radio pattern
        <button
          key={kind}
          type="button"
          role="radio"
          aria-checked={kind === value}
          aria-label={compact ? kindLabels[kind] : undefined}
          title={compact ? kindLabels[kind] : undefined}
          tabIndex={kind === value ? 0 : -1}
          className={papers[kind]}
          onClick={() => onChange(kind)}
        >
          <KindGlyph kind={kind} />
          {compact ? null : kindLabels[kind]}
        </button>
      ))}
    </div>
  )
}
