import type { Round } from '../../../../shared/tools/votes/schema'
import './late.css'
import { finalRows, finalUnit } from './final-rows'
import type { AddedRound } from './standing'

interface FinalTableProps {
  readonly round: AddedRound
  /** The round of the late answers. */
  readonly late: Round | undefined
}

/** Both tallies beside their sum, in the order of the final rank; a real table, readable without colour. */
export function FinalTable({ round, late }: FinalTableProps) {
  const { result, final, method } = round
  const columns = [
    { head: 'First', voters: result.voters },
    { head: 'Late', voters: final.voters - result.voters },
    { head: 'Together', voters: final.voters },
  ]
  return (
    <>
      <table className="late-table">
        <caption>{finalUnit(method)} by option: first, late and together</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Rank</span>
            </th>
            <th scope="col">Option</th>
            {columns.map(({ head, voters }) => (
              <th key={head} scope="col" className="late-figure">
                {head} <span className="fine">{voters} voted</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {finalRows(round, late).map(({ id, label, rank, tied, first, late: added, together }) => (
            <tr key={id} className={rank === 1 ? 'late-first' : undefined}>
              <td className="late-rank">
                {rank}
                {tied ? <span className="fine"> tie</span> : null}
              </td>
              <th scope="row">{label}</th>
              <td className="late-figure">{first}</td>
              <td className="late-figure">{added}</td>
              <td className="late-figure late-together">{together}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {method === 'rank' ? <p className="fine">The order comes from counting all ballots of both anew; see count by count.</p> : null}
    </>
  )
}
