import { answerTalliesOf } from '../../../../shared/tools/votes/final-words'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isAdded } from '../late/standing'
import '../late/late.css'
import './check-result.css'

/** Both tallies of a check beside their sum, most agreement first; nothing where there is no sum. */
export function CheckFinalTable({ check }: { readonly check: Round }) {
  if (!isAdded(check)) return null
  const { result, final } = check
  const columns = [
    { head: 'First', voters: result.voters },
    { head: 'Late', voters: final.voters - result.voters },
    { head: 'Together', voters: final.voters },
  ]
  return (
    <table className="late-table check-final">
      <caption>Answers: first, late and together</caption>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          {columns.map(({ head, voters }) => (
            <th key={head} scope="col" className="late-figure">
              {head}{' '}
              <span className="fine">
                {voters}
                <span className="vh"> answered</span>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answerTalliesOf(check, final)?.map(({ answer, first, late, together }) => (
          <tr key={answer}>
            <th scope="row">{answer}</th>
            <td className="late-figure">{first}</td>
            <td className="late-figure">{late}</td>
            <td className="late-figure late-together">{together}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
