import { Check as Done, Minus, X } from 'lucide-react'
import type { Check } from '../../../../shared/tools/votes/verify/check'
import { Chip } from '../../../ui/Chip'

const states = {
  passed: { tone: 'ok', Icon: Done, words: 'Holds' },
  failed: { tone: 'bad', Icon: X, words: 'Does not hold' },
  'not-possible': { tone: 'line', Icon: Minus, words: 'Cannot be checked' },
} as const

/** What was checked, each with its outcome in words; what does not hold comes first. */
export function VerifyChecks({ checks }: { readonly checks: readonly Check[] }) {
  const failed = checks.filter(({ state }) => state === 'failed')
  const others = checks.filter(({ state }) => state !== 'failed')
  return (
    <ul className="verify-checks" aria-label="What was checked">
      {[...failed, ...others].map(({ title, state, words }) => {
        const { tone, Icon, words: outcome } = states[state]
        return (
          <li key={title}>
            <Chip tone={tone} Icon={Icon}>
              {outcome}
            </Chip>
            <div>
              <b>{title}</b>
              <p className="meta">{words}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
