import './how-kept.css'

interface HowKeptProps {
  readonly secret: boolean
}

/** What a vote promises, who could see what, and what nobody can prevent. Source: THREATS I14 and section 8. */
export function HowKept({ secret }: HowKeptProps) {
  return (
    <details className="how-kept">
      <summary>
        {secret ? 'How your ballot is kept secret, and what cannot be promised' : 'How this vote is kept, and what cannot be promised'}
      </summary>
      <h3 className="h">What is promised</h3>
      <ul>
        <li>Nobody sees a count before the vote closes, the facilitator included.</li>
        {secret ? (
          <>
            <li>When it closes, the link between you and your choice is erased. It stays known who voted, never how.</li>
            <li>
              If the result is provisional, what was chosen waits on the server without people and receipts, to be added to late answers,
              and is erased once the result is final.
            </li>
            <li>With fewer than 3 ballots no totals are given. Single ballots are published from 5 on, without names.</li>
          </>
        ) : (
          <li>This is an open vote: once it closes, your name stands beside your choice.</li>
        )}
        <li>Your receipt finds your own ballot afterwards, and everybody can count the vote again from its file.</li>
      </ul>
      <h3 className="h">What cannot be promised</h3>
      <ul>
        {secret ? (
          <>
            <li>While the vote is open, whoever runs this server could find out who chose what.</li>
            <li>A copy of the database made while the vote is open keeps what it held at that moment.</li>
          </>
        ) : null}
        <li>
          Over plain http, as on a room’s own network, somebody who listens in on that network can read ballots and private links. Https
          prevents it.
        </li>
        <li>An open link lets in whoever has it, under any name and more than once. Results say how voters came in.</li>
        <li>Nothing keeps a person from looking over your shoulder, or from asking you for your receipt.</li>
      </ul>
    </details>
  )
}
