import { MessageSquare } from 'lucide-react'
import type { Partner } from '../../../../shared/tools/partners/schema'
import { saidGoals, silentInWords } from '../../../../shared/tools/partners/selectors'
import { Button } from '../../../ui/Button'
import { usePartners } from '../use-roster'

interface NeedsPanelProps {
  /** Absent for those who cannot ask. */
  readonly onAsk: ((partner: Partner) => void) | undefined
}

/** How many partners have said what they want from the work, and whom to ask next. */
export function NeedsPanel({ onAsk }: NeedsPanelProps) {
  const { said, silent } = saidGoals(usePartners())
  const [next] = silent
  if (said.length + silent.length === 0) return null
  return (
    <section className="partners-part" aria-label="What each needs from this">
      <h2 className="h">What each needs from this</h2>
      <p className="meta">
        {next
          ? `${said.length} of ${said.length + silent.length} partners have said what a win looks like for them. Not yet: ${silentInWords(silent)}.`
          : 'Every partner has said what a win looks like for them.'}
      </p>
      {next && onAsk ? (
        <Button variant="ghost" Icon={MessageSquare} onClick={() => onAsk(next)}>
          Ask {next.name}
        </Button>
      ) : null}
    </section>
  )
}
