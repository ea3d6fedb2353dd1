import { plural } from '../../../../shared/doc/words'
import type { Round } from '../../../../shared/tools/votes/schema'
import { identityWords } from '../../../app/people/identity-words'
import { useVoters, type VoterStatus } from '../turnout/use-voters'
import { WideTable } from './WideTable'

const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** For facilitators: who could vote, who did and when, and how each came in. Never how they voted. */
export function Roll({ round }: { readonly round: Round }) {
  const voters = useVoters(round)
  if (!voters) return null
  const sorted = [...voters].sort((a, b) => a.person.name.localeCompare(b.person.name))
  const voted = sorted.filter(({ status }) => status !== 'waiting').length
  return (
    <details className="votes-fold">
      <summary>
        The roll: {voted} of {plural(sorted.length, 'person', 'people')} voted
      </summary>
      <WideTable caption="Who could vote, and who did">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Voted</th>
            <th scope="col">Way in</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((voter) => (
            <tr key={voter.person.id}>
              <th scope="row">{voter.person.name}</th>
              <td>{votedInWords(voter)}</td>
              <td>{identityWords(voter.person) ?? 'Opened the workshop'}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p className="fine">Only facilitators read this. It says who voted, never how.</p>
    </details>
  )
}

function votedInWords({ status, castAtMs }: VoterStatus): string {
  if (status === 'waiting') return 'No'
  return castAtMs === undefined ? 'Yes' : clock.format(castAtMs)
}
