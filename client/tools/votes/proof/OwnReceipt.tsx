import { useState } from 'react'
import type { RoundExport } from '../../../../shared/tools/votes/round-export'
import { ownBallotIn } from '../../../../shared/tools/votes/verify/own-ballot'
import { Field } from '../../../ui/Field'
import { keptReceipt } from '../ballot/use-ballot'

/** Finds one's own ballot in an exported vote, by a receipt that is typed or that this device has kept. */
export function OwnReceipt({ round }: { readonly round: RoundExport }) {
  const [kept] = useState(() => keptReceipt(round.roundId))
  const [typed, setTyped] = useState(kept ?? '')
  const said = typed.trim() === '' ? undefined : ownBallotIn(round, typed)
  return (
    <section className="verify-own card" aria-labelledby="verify-own-title">
      <h2 id="verify-own-title" className="h">
        Your own ballot
      </h2>
      <Field
        label="Your receipt"
        hint={
          kept
            ? 'This device cast a ballot in this vote and kept its receipt.'
            : 'It was shown when your ballot was in, for example K7QF-2M9X-HT4D.'
        }
      >
        {(control) => (
          <input
            {...control}
            className="input verify-code"
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <p role="status">
        {typed.trim() === '' ? null : said === undefined ? (
          'No ballot in this file has this receipt. If you changed your ballot, only the last receipt counts.'
        ) : (
          <>
            This file has your ballot. It says: <b>{said}</b>.
          </>
        )}
      </p>
    </section>
  )
}
