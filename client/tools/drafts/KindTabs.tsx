import type { KeyboardEvent } from 'react'
import type { StatementKind } from '../../../shared/tools/drafts/schema'
import { AskMarkSlot } from './AskMarkSlot'

/** One tab of the stage. */
export interface KindTab {
  readonly kind: StatementKind
  readonly label: string
  /** Shown when there can be several. */
  readonly count: number | undefined
  /** Its wordings that are being written. */
  readonly draftIds: readonly string[]
}

interface KindTabsProps {
  readonly tabs: readonly KindTab[]
  readonly value: StatementKind
  readonly onChange: (kind: StatementKind) => void
}

/** Ids that tie a tab to the panel below it. */
export function tabIds(kind: StatementKind): { readonly tab: string; readonly panel: string } {
  return { tab: `drafts-tab-${kind}`, panel: `drafts-panel-${kind}` }
}

/** Vision, mission, goals ...: arrows choose, Tab goes on. */
export function KindTabs({ tabs, value, onChange }: KindTabsProps) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const at = tabs.findIndex((tab) => tab.kind === value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChange(next.kind)
  }

  return (
    <div className="seg drafts-tabs" role="tablist" aria-label="Statement" onKeyDown={move}>
      {tabs.map(({ kind, label, count, draftIds }) => (
        <button
          key={kind}
          type="button"
          role="tab"
          id={tabIds(kind).tab}
          aria-selected={kind === value}
          aria-controls={kind === value ? tabIds(kind).panel : undefined}
          tabIndex={kind === value ? 0 : -1}
          onClick={() => onChange(kind)}
        >
          {label}
          {count ? <span className="fine">{count}</span> : null}
          {kind === value ? null : <AskMarkSlot draftIds={draftIds} />}
        </button>
      ))}
    </div>
  )
}
