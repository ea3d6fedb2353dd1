import type { CSSProperties } from 'react'
import type { OptionResult, Round, RoundResult } from '../../../shared/tools/votes/schema'
import { labelOf } from './words'

interface ResultsTableProps {
  readonly round: Round
  readonly result: RoundResult & { readonly options: readonly OptionResult[] }
}

/** Most dots that are drawn one by one. */
const dotsDrawn = 18

/** Dots, people and organisations per option in rank order; a real table, readable without colour. */
export function ResultsTable({ round, result }: ResultsTableProps) {
  const breadth = (result.organisations ?? 0) > 0 && result.options.some(({ organisations }) => organisations !== undefined)
  const most = Math.max(1, ...result.options.map(({ dots }) => dots))
  return (
    <table className="votes-table">
      <caption className="vh">Results by option</caption>
      <thead>
        <tr>
          <th scope="col" className="votes-rank">
            <span className="vh">Rank</span>
          </th>
          <th scope="col">Option</th>
          <th scope="col">{round.method === 'dots' ? 'Dots' : 'Count'}</th>
          <th scope="col" className="votes-num">
            People
          </th>
          {breadth ? <th scope="col">Organisations</th> : null}
        </tr>
      </thead>
      <tbody>
        {result.options.map(({ id, dots, people, organisations = 0, rank, tied }) => (
          <tr key={id} className={rank === 1 && people > 0 ? 'votes-first' : undefined}>
            <td className="votes-rank">
              {rank}
              {tied ? <span className="fine"> tie</span> : null}
            </td>
            <th scope="row" className="votes-label">
              {labelOf(round, id)}
            </th>
            <td className="votes-dots">
              <span className="votes-bar">
                <DotBar dots={dots} most={most} />
                <b>{dots}</b>
              </span>
            </td>
            <td className="votes-num" data-words={people === 1 ? 'person' : 'people'}>
              {people}
            </td>
            {breadth ? (
              <td className="votes-orgs" data-words={result.organisations === 1 ? 'organisation' : 'organisations'}>
                <Breadth organisations={organisations} all={result.organisations ?? 0} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A row of dots, or a bar in proportion when there are too many to count at a glance. */
function DotBar({ dots, most }: { readonly dots: number; readonly most: number }) {
  if (most <= dotsDrawn) return <span className="votes-dotbar" style={{ '--n': dots } as CSSProperties} aria-hidden />
  return <span className="votes-linebar" style={{ '--n': dots / most } as CSSProperties} aria-hidden />
}

const blocksDrawn = 12

function Breadth({ organisations, all }: { readonly organisations: number; readonly all: number }) {
  const words = `${organisations} of ${all}`
  return (
    <>
      {all <= blocksDrawn ? (
        <span className="votes-blocks" aria-hidden>
          {Array.from({ length: all }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
            <i key={index} className={index < organisations ? 'f' : undefined} />
          ))}
        </span>
      ) : null}
      <span className="fine">{words}</span>
    </>
  )
}
