import type { IdentityLevel } from '../../../../shared/access/identity'
import type { Round } from '../../../../shared/tools/votes/schema'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import './terms-card.css'
import { termRows } from './term-rows'

/** So many characters of a hash are enough to compare by eye. */
const shortHash = 8

/** What was fixed when the vote opened, in words, and the beginning of its hash. */
export function TermsCard({ round }: { readonly round: Round }) {
  const { actor, record } = useWorkshop()
  const identity = useRecord(participants, record, actor.id)?.identity ?? 'open-link'
  return (
    <section className="card votes-fixed" aria-label="Terms of this vote">
      <h2 className="h">Terms of this vote</h2>
      <dl>
        {termRows(round).map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="fine">{actor.role === 'host' ? '' : cameIn[identity]} The result says how those who voted came in, without names.</p>
      {round.termsHash ? (
        <details className="votes-hash">
          <summary>
            Mark of these terms: <code>{round.termsHash.slice(0, shortHash)}</code>
          </summary>
          <p className="meta">
            It is worked out from the question, the options and the rules. If it reads the same on everybody’s screen and in the export
            after the close, all voted on the same terms and nobody has changed them since.
          </p>
        </details>
      ) : null}
    </section>
  )
}

const cameIn: Record<IdentityLevel, string> = {
  'open-link': 'You came in by an open link or code.',
  lobby: 'You were let in at the door.',
  'personal-invite': 'You came in by a personal invite.',
}
