import { plural } from '../../../../shared/doc/words'
import type { EmptySeat } from '../../../../shared/tools/tool'
import type { Participant } from '../../../../shared/workshop/schema'
import { Switch } from '../../../ui/Switch'
import { EmptySeats } from './EmptySeats'
import { awaitedSeats, type Setup } from './setup'

interface WhoVotesProps {
  readonly setup: Setup
  readonly voters: readonly Participant[]
  /** Recommended seats that nobody who has joined speaks for. */
  readonly emptySeats: readonly EmptySeat[]
  readonly onChange: (changes: Partial<Setup>) => void
}

/** Who may vote as things stand, who is missing, and what the vote asks of those who take part in it. */
export function WhoVotes({ setup, voters, emptySeats, onChange }: WhoVotesProps) {
  return (
    <div className="votes-who">
      {voters.length > 0 ? (
        <details className="votes-fold">
          <summary>{plural(voters.length, 'person', 'people')} may vote</summary>
          <p className="meta">{voters.map(({ name }) => name).join(', ')}</p>
        </details>
      ) : (
        <p>Nobody may vote yet.</p>
      )}
      <EmptySeats seats={emptySeats} awaited={awaitedSeats(setup, emptySeats)} onChange={(awaits) => onChange({ awaits: [...awaits] })} />
      <Switch
        label="Facilitators vote too"
        checked={setup.facilitatorsVote}
        onChange={(facilitatorsVote) => onChange({ facilitatorsVote })}
      />
      <Switch
        label="Binding vote"
        hint="Only people let in at the door, by the passphrase, or with a personal invite"
        checked={setup.binding}
        onChange={(binding) => onChange({ binding })}
      />
    </div>
  )
}
