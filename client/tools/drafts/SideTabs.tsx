import type { KeyboardEvent } from 'react'

export type SideTab = 'comments' | 'guidance'

interface SideTabsProps {
  readonly value: SideTab
  /** Open comments. */
  readonly count: number
  readonly onChange: (tab: SideTab) => void
}

/** What fills the side panel: arrows choose, Tab goes on. */
export function SideTabs({ value, count, onChange }: SideTabsProps) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    if (!['ArrowLeft', 'ArrowRight'].includes(event.key)) return
    event.preventDefault()
    const next = value === 'comments' ? 'guidance' : 'comments'
    onChange(next)
    document.getElementById(tabId(next))?.focus()
  }

  const tab = (name: SideTab, label: string) => (
    <button
      type="button"
      role="tab"
      id={tabId(name)}
      aria-selected={value === name}
      aria-controls={value === name ? sidePanelId : undefined}
      tabIndex={value === name ? 0 : -1}
      onClick={() => onChange(name)}
    >
      {label}
      {name === 'comments' && count > 0 ? <span className="fine">{count}</span> : null}
    </button>
  )
  return (
    <div className="seg" role="tablist" aria-label="Beside the text" onKeyDown={move}>
      {tab('comments', 'Comments')}
      {tab('guidance', 'Guidance')}
    </div>
  )
}

export const sidePanelId = 'drafts-side-panel'

/** The id of a tab's button, which names the panel. */
export function tabId(tab: SideTab): string {
  return `drafts-side-${tab}`
}
