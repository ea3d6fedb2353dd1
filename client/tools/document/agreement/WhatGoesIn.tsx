import { Check, CircleDashed } from 'lucide-react'
import type { Placeholder } from '../../../../shared/content/working-agreement'
import { plural } from '../../../../shared/doc/words'
import { openMark } from '../../../../shared/tools/document/agreement/compose'
import { fillsOf } from '../../../../shared/tools/fills'
import type { Fill } from '../../../../shared/tools/tool'
import { useDocs } from '../../../app/docs-context'

/** What the workshop has for an agreement, and what it does not have yet. */
export function WhatGoesIn({ needed }: { readonly needed: readonly Placeholder[] }) {
  const fills = fillsOf(useDocs())
  const rows = needed.map((placeholder) => ({ placeholder, fill: fills.find(({ from }) => from === placeholder.fillFrom) }))
  const open = rows.filter(({ fill }) => !fill).length
  return (
    <section aria-labelledby="agreement-in">
      <h3 className="h agreement-in" id="agreement-in">
        What goes in
      </h3>
      <ul className="agreement-fills">
        {rows.map(({ placeholder, fill }) => (
          <li key={placeholder.key} className={fill ? 'has' : ''}>
            {fill ? <Check className="i s" aria-hidden /> : <CircleDashed className="i s" aria-hidden />}
            <span>
              <b>{placeholder.label}</b> <span className="meta">{fill ? inShort(fill) : 'Nothing in the workshop yet'}</span>
            </span>
          </li>
        ))}
      </ul>
      {open > 0 ? (
        <p className="meta">
          What is missing is marked in the text, for example {openMark(rows.find(({ fill }) => !fill)?.placeholder ?? { label: '' })}.
        </p>
      ) : null}
    </section>
  )
}

/** A table by its rows, anything else by its first words. */
function inShort({ words, blocks = [] }: Fill): string {
  const rows = blocks.reduce((sum, block) => sum + (block.type === 'table' ? block.rows.length : 0), 0)
  if (rows > 0) return `a table with ${plural(rows, 'row')}`
  const line = words.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 88)} …` : line
}
