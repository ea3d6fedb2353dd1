import { useState } from 'react'
import type { Method } from '../../../../shared/tools/votes/methods'
import type { Breakdown, Round } from '../../../../shared/tools/votes/schema'
import { Segmented } from '../../../ui/Segmented'
import { counted, labelOf } from '../words'
import type { CountedResult } from './measure'
import { WideTable } from './WideTable'

/** The result told apart by sector, level or organisation, whichever the reader chooses. */
export function BreakdownPart({ round, result }: { readonly round: Round; readonly result: CountedResult }) {
  const { breakdowns = [] } = result
  const [chosen, setChosen] = useState<Breakdown['by']>()
  const shown = breakdowns.find(({ by }) => by === chosen) ?? breakdowns[0]
  if (!shown) return null
  const hides = shown.groups.some(({ voters, counts }) => voters === null || counts.includes(null))
  return (
    <section className="votes-part">
      <div className="row between wrap">
        <h3 className="h">Who stands behind what</h3>
        {breakdowns.length > 1 ? (
          <Segmented
            label="Told apart by"
            value={shown.by}
            onChange={setChosen}
            options={breakdowns.map(({ by }) => ({ value: by, label: kindLabels[by] }))}
          />
        ) : null}
      </div>
      <p className="meta">{countedPeople[round.method] ?? 'People who chose it'}.</p>
      <BreakdownTable round={round} result={result} breakdown={shown} />
      {hides ? (
        <p className="fine">
          Hidden: a number of fewer than 3 people, or one from which such a number could be worked out. The vote is secret.
        </p>
      ) : null}
    </section>
  )
}

const kindLabels: Record<Breakdown['by'], string> = { sector: 'Sector', level: 'Level', organisation: 'Organisation' }

/** What a breakdown counts. */
const countedPeople: Partial<Record<Method, string>> = {
  dots: 'People who put at least one dot on it',
  approval: 'People who approved it',
  score: 'People who scored it 4 or 5',
  rank: 'People whose first choice it is',
  matrix: 'People who placed it on the grid',
  budget: 'People who gave it anything',
  majority: 'People who voted for it',
}

interface BreakdownTableProps {
  readonly round: Round
  readonly result: CountedResult
  readonly breakdown: Breakdown
}

function BreakdownTable({ round, result, breakdown: { by, groups } }: BreakdownTableProps) {
  return (
    <WideTable caption={`Results by ${by}`}>
      <thead>
        <tr>
          <th scope="col">Option</th>
          {groups.map(({ name, voters }) => (
            <th key={name} scope="col">
              {name} <span className="fine">{voters === null ? 'hidden' : counted(voters, 'voter')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.options.map(({ id }) => {
          const place = round.options.findIndex((option) => option.id === id)
          return (
            <tr key={id}>
              <th scope="row">{labelOf(round, id)}</th>
              {groups.map(({ name, counts }) => (
                <td key={name}>{counts[place] ?? <span className="fine">hidden</span>}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
