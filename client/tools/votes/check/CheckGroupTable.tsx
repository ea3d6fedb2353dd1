import { headingOf } from '../../../../shared/tools/votes/agreement'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import type { AgreementMethod } from '../../../../shared/tools/votes/methods'
import { supportOf } from '../../../../shared/tools/votes/required'
import { supportInWords } from '../../../../shared/tools/votes/required-words'
import type { Breakdown, RoundRule } from '../../../../shared/tools/votes/schema'

const heads: Record<Breakdown['by'], string> = { sector: 'Sector', level: 'Level', organisation: 'Organisation' }

interface CheckGroupTableProps {
  readonly method: AgreementMethod
  readonly rule: RoundRule
  readonly breakdown: Breakdown
}

/** The spread by group for those who read it aloud; what is hidden is said to be. */
export function CheckGroupTable({ method, rule, breakdown: { by, groups } }: CheckGroupTableProps) {
  return (
    <table className="vh">
      <caption>Answers by {by}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[by]}</th>
          <th scope="col">Answered</th>
          {levelsOf[method].map(({ answer }) => (
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
              {levelsOf[method].map(({ answer }, column) => (
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
