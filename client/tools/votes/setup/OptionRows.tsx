import { ArrowDown, ArrowUp, Check, GripVertical, Pencil, Split, Trash2 } from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { announce } from '../../../ui/announce'
import { lengthProblem } from '../../../ui/length-words'
import { Menu } from '../../../ui/Menu'
import { moved, type SetupOption, type SetupOptions, takenApart } from './setup-options'

interface OptionRowsProps {
  readonly rows: SetupOptions
  readonly onChange: (edit: (rows: SetupOptions) => SetupOptions) => void
  /** Row whose words are being written. */
  readonly writing: string | undefined
  readonly onWrite: (key: string | undefined) => void
  readonly onWriteNext: () => void
}

/** Options of a vote being prepared: tick, reword, reorder by hand, by menu or by Alt and arrows. */
export function OptionRows({ rows, onChange, writing, onWrite, onWriteNext }: OptionRowsProps) {
  const [dragged, setDragged] = useState<string>()

  function move(key: string, to: number) {
    if (to < 0 || to >= rows.length) return
    onChange((all) => moved(all, key, to))
    announce(`Moved to place ${to + 1} of ${rows.length}.`)
  }

  function edit(key: string, changes: Partial<SetupOption>) {
    onChange((all) => all.map((row) => (row.key === key ? { ...row, ...changes } : row)))
  }

  return (
    <ul className="votes-rows">
      {rows.map((row, index) => (
        <li
          key={row.key}
          className={row.ticked ? 'votes-row on' : 'votes-row'}
          draggable={writing !== row.key}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            setDragged(row.key)
          }}
          onDragOver={(event: DragEvent) => {
            if (!dragged) return
            event.preventDefault()
            if (dragged !== row.key) onChange((all) => moved(all, dragged, index))
          }}
          onDragEnd={() => setDragged(undefined)}
          onKeyDown={(event: KeyboardEvent) => {
            const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
            if (!event.altKey || !step) return
            event.preventDefault()
            move(row.key, index + step)
          }}
        >
          <label className="votes-tick">
            <input
              type="checkbox"
              className="vh"
              checked={row.ticked}
              onChange={() => (row.problem ? announce(row.problem) : edit(row.key, { ticked: !row.ticked }))}
              aria-disabled={row.problem ? true : undefined}
              aria-describedby={row.problem ? `problem-${row.key}` : undefined}
              aria-label={`Vote on ${row.label || 'this option'}`}
            />
            <span className={row.ticked ? 'votes-box on' : 'votes-box'} aria-hidden>
              {row.ticked ? <Check className="i s" /> : null}
            </span>
          </label>
          {writing === row.key ? (
            <OptionInput
              label={row.label}
              onChange={(label) => edit(row.key, { label })}
              onEnd={(next) => {
                onWrite(undefined)
                if (row.label.trim() === '') onChange((all) => all.filter(({ key }) => key !== row.key))
                else if (next) onWriteNext()
              }}
            />
          ) : (
            <span className="grow">
              <b>{row.label}</b>
              {row.detail ? <span className="fine">{row.detail}</span> : null}
              {row.problem ? (
                <span className="votes-why" id={`problem-${row.key}`}>
                  {row.problem}
                </span>
              ) : null}
              <TooLong label={row.label} />
            </span>
          )}
          <Menu
            label={`Move or change ${row.label}`}
            Icon={GripVertical}
            small
            items={[
              {
                label: 'Move up',
                Icon: ArrowUp,
                onSelect: () => move(row.key, index - 1),
                disabledReason: index === 0 ? 'First' : undefined,
              },
              {
                label: 'Move down',
                Icon: ArrowDown,
                onSelect: () => move(row.key, index + 1),
                disabledReason: index === rows.length - 1 ? 'Last' : undefined,
              },
              { label: 'Change the words', Icon: Pencil, onSelect: () => onWrite(row.key), disabledReason: row.problem },
              ...(row.origins
                ? [{ label: 'Take apart again', Icon: Split, onSelect: () => onChange((all) => takenApart(all, row.key)) }]
                : []),
              { label: 'Remove', Icon: Trash2, danger: true, onSelect: () => onChange((all) => all.filter(({ key }) => key !== row.key)) },
            ]}
          />
        </li>
      ))}
    </ul>
  )
}

interface OptionInputProps {
  readonly label: string
  readonly onChange: (label: string) => void
  readonly onEnd: (writeNext: boolean) => void
}

function OptionInput({ label, onChange, onEnd }: OptionInputProps) {
  return (
    <span className="grow">
      <input
        className="input"
        aria-label="Option"
        aria-invalid={lengthProblem(label, limits.titleLength) ? true : undefined}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus
        value={label}
        placeholder="A few words"
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => onEnd(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnd(true)
          if (event.key === 'Escape') onEnd(false)
        }}
      />
      <TooLong label={label} />
    </span>
  )
}

function TooLong({ label }: { readonly label: string }) {
  const problem = lengthProblem(label, limits.titleLength)
  return problem ? (
    <span className="errmsg" role="alert">
      {problem}
    </span>
  ) : null
}
