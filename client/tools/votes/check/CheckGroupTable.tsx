import { headingOf } from '../../../../shared/tools/votes/agreement'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import type { AgreementMethod } from '../../../../shared/tools/votes/methods'
import { supportOf } from '../../../../shared/tools/votes/required'
import { supportInWords } from '../../../../shared/tools/votes/required-words'
import type { Breakdown, RoundRule } from '../../../../shared/tools/votes/schema'
import { isTold } from '../../../../shared/tools/votes/told-levels'

const heads: Record<Breakdown['by'], string> = { sector: 'Sector', level: 'Level', organisation: 'Organisation' }

interface CheckGroupTableProps {
  readonly method: AgreementMethod
  readonly rule: RoundRule
  readonly breakdown: Breakdown
}

/** The spread by group for those who read it aloud; what is hidden is said to be. */
export function CheckGroupTable({ method, rule, breakdown: { by, groups } }: CheckGroupTableProps) {
  const columns = levelsOf[method].flatMap(({ answer }, column) =>
    groups.some(({ counts }) => isTold(method, answer, counts[column] ?? 1)) ? [{ answer, column }] : [],
  )
  return (
    <table className="vh">
      <caption>Answers by {by}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[by]}</th>
          <th scope="col">Answered</th>
          {columns.map(({ answer }) => (
            <th key={answer} scope="col">
              {headingOf(method, answer)}
            </th>
          ))}
          <th scope="col">Agreement</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => {
          const support = supportOf(method, rule, group)
          return (
            <tr key={group.name}>
              <th scope="row">{group.name}</th>
              <td>{group.voters ?? 'hidden'}</td>
              {columns.map(({ answer, column }) => (
                <td key={answer}>{group.counts[column] ?? 'hidden'}</td>
              ))}
              <td>{support ? supportInWords(method, rule, support) : 'hidden'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
