import type { KeyboardEvent } from 'react'
import type { Cluster, Idea } from '../../../shared/tools/ideas/schema'
import { clusterName } from '../../../shared/tools/ideas/selectors'

/** One column, as a tab. */
export interface Tab {
  readonly id: string
  readonly cluster: Cluster | null
  readonly notes: readonly Idea[]
  /** Notes shown here, one's own private ones too. */
  readonly count: number
}

/** The clusters beside one another; one is shown. */
export function ClusterTabs({
  tabs,
  tab,
  onChange,
}: {
  readonly tabs: readonly Tab[]
  readonly tab: Tab
  readonly onChange: (id: string) => void
}) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const at = (tabs.indexOf(tab) + step + tabs.length) % tabs.length
    const next = tabs[at]
    if (!next) return
    onChange(next.id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
  }
  return (
    <div className="ideas-tabs" role="tablist" aria-label="Clusters" tabIndex={-1} onKeyDown={move}>
      {tabs.map(({ id, cluster, count }) => (
        <button
          key={id}
          id={`ideas-tab-${id}`}
          type="button"
          role="tab"
          dir="auto"
          aria-selected={id === tab.id}
          ref={id === tab.id ? showTab : undefined}
          aria-controls="ideas-tabpanel"
          tabIndex={id === tab.id ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {cluster ? clusterName(cluster) : 'Not yet sorted'} <span>{count}</span>
        </button>
      ))}
    </div>
  )
}

function showTab(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
