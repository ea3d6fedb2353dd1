import type { Round } from '../../../../shared/tools/votes/schema'
import { Chip } from '../../../ui/Chip'
import { labelOf } from '../words'
import type { CountedResult } from './measure'
import { columnsOf } from './result-columns'

interface ResultsTableProps {
  readonly round: Round
  readonly result: CountedResult
}

const classOf = { bar: 'votes-dots', number: 'votes-num', spread: 'votes-dots', organisations: 'votes-orgs' } as const

/** What the method counted, per option in rank order; a real table, readable without colour. */
export function ResultsTable({ round, result }: ResultsTableProps) {
  const columns = columnsOf(round, result)
  return (
    <table className="votes-table">
      <caption className="vh">Results by option</caption>
      <thead>
        <tr>
          <th scope="col" className="votes-rank">
            <span className="vh">Rank</span>
          </th>
          <th scope="col">Option</th>
          {columns.map(({ head, kind }) => (
            <th key={head} scope="col" className={kind === 'number' ? 'votes-num' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.options.map((option) => (
          <tr key={option.id} className={option.rank === 1 && option.people > 0 ? 'votes-first' : undefined}>
            <td className="votes-rank">
              {option.rank}
              {option.tied ? <span className="fine"> tie</span> : null}
            </td>
            <th scope="row" className="votes-label">
              {labelOf(round, option.id)}
              {option.polarised ? <Chip tone="warn">Opinions split</Chip> : null}
            </th>
            {columns.map(({ head, kind, words, cell }) => (
              <td key={head} className={classOf[kind]} data-words={words(option) || undefined}>
                {cell(option)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
