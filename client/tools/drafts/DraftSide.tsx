import type { ReactNode } from 'react'
import { CommentsPanel } from './comments/CommentsPanel'
import type { Commenting } from './comments/use-commenting'
import type { Comments } from './comments/use-comments'
import { type SideTab, SideTabs, sidePanelId, tabId } from './SideTabs'
import './side.css'

interface DraftSideProps {
  readonly tab: SideTab
  readonly onTab: (tab: SideTab) => void
  readonly comments: Comments
  readonly commenting: Commenting
  readonly guidance: ReactNode
  /** What stays in view below either. */
  readonly children: ReactNode
}

/** What stands beside the text on a wide screen: its comments or the guide, and what comes before adopting. */
export function DraftSide({ tab, onTab, comments, commenting, guidance, children }: DraftSideProps) {
  const { open, orphaned } = comments.items
  return (
    <div className="drafts-side">
      <SideTabs value={tab} count={open.length + orphaned.length} onChange={onTab} />
      <div role="tabpanel" id={sidePanelId} aria-labelledby={tabId(tab)} className="drafts-side-panel">
        {tab === 'comments' ? <CommentsPanel comments={comments} commenting={commenting} isUnderTab onShowText={stay} /> : guidance}
      </div>
      {children}
    </div>
  )
}

/** Beside the text, nothing covers it. */
function stay(): void {}
