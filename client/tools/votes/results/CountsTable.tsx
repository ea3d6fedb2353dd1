import type { Round } from '../../../../shared/tools/votes/schema'
import { labelOf } from '../words'
import type { CountedResult } from './measure'
import { WideTable } from './WideTable'

/** Ranked choice, count by count: votes of each option, when it left, and the ballots that had nobody left to go to. */
export function CountsTable({ round, result }: { readonly round: Round; readonly result: CountedResult }) {
  const { counts = [], options } = result
  if (counts.length === 0) return null
  return (
    <section className="votes-part">
      <h3 className="h">Count by count</h3>
      <p className="meta">
        After each count the options with the fewest votes leave, and their ballots go on to their next choice. Counting ends when one
        option has more than half of the ballots that remain, or when all that are left are equal.
      </p>
      <WideTable caption="Votes count by count">
        <thead>
          <tr>
            <th scope="col">Option</th>
            {counts.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a count is its number
              <th key={index} scope="col">
                Count {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map(({ id }) => (
            <tr key={id}>
              <th scope="row">{labelOf(round, id)}</th>
              {counts.map(({ votes }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a count is its number
                <td key={index}>{votes[id] ?? <span className="fine">out</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Exhausted ballots</th>
            {counts.map(({ exhausted }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a count is its number
              <td key={index}>{exhausted}</td>
            ))}
          </tr>
        </tfoot>
      </WideTable>
      <p className="fine">A ballot is exhausted when none of the options it ranks is left.</p>
    </section>
  )
}
