import { useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { identityWords } from '../../../app/people/identity-words'
import { useWorkshop } from '../../../app/workshop-context'
import { useVoters, type VoterStatus } from '../turnout/use-voters'
import { WideTable } from './WideTable'

const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** For facilitators: who could vote, who did and when, and how each came in. Never how they voted. */
export function Roll({ round }: { readonly round: Round }) {
  const { actor } = useWorkshop()
  const [open, setOpen] = useState(false)
  if (!can(actor, 'votes/see-who-finished')) return null
  const { begun, eligible } = round.turnout
  return (
    <details className="votes-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        The roll: {begun} of {plural(eligible, 'person', 'people')} cast a ballot
      </summary>
      {open ? <RollTable round={round} /> : null}
      <p className="fine">Only facilitators read this. It says who voted, never how.</p>
    </details>
  )
}

function RollTable({ round }: { readonly round: Round }) {
  const voters = useVoters(round)
  if (!voters) return <p className="meta">Names appear here.</p>
  return (
    <WideTable caption="Who could vote, and who did">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Voted</th>
          <th scope="col">Way in</th>
        </tr>
      </thead>
      <tbody>
        {[...voters]
          .sort((a, b) => a.person.name.localeCompare(b.person.name))
          .map((voter) => (
            <tr key={voter.person.id}>
              <th scope="row">{voter.person.name}</th>
              <td>{votedInWords(voter)}</td>
              <td>{identityWords(voter.person) ?? 'Opened the workshop'}</td>
            </tr>
          ))}
      </tbody>
    </WideTable>
  )
}

function votedInWords({ status, castAtMs }: VoterStatus): string {
  if (status === 'waiting') return 'No'
  return castAtMs === undefined ? 'Yes' : clock.format(castAtMs)
}
