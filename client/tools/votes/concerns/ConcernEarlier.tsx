import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { levelInWords } from '../../../../shared/tools/votes/concern-words'

/** What was before: earlier words of its author, and changes that they said no to. */
export function ConcernEarlier({ concern: { method, history, state } }: { readonly concern: Concern }) {
  // The last change stands by itself below.
  const last = state.is === 'answered' ? undefined : history.findLast((past) => past.what === 'answered')
  const lines = history.flatMap((past) => {
    if (past.what === 'said')
      return [`Said before, ${levelInWords({ method, answer: past.answer })}: ${past.words ? `“${past.words}”` : 'no reason'}`]
    if (past.what === 'answered' && past !== last)
      return [`A change by ${past.byName} did not answer it${past.refused?.words ? `: “${past.refused.words}”` : ''}`]
    return []
  })
  if (lines.length === 0) return null
  return (
    <details>
      <summary className="meta">Before ({lines.length})</summary>
      <ul className="fine">
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only ever grows at its end
          <li key={place}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
