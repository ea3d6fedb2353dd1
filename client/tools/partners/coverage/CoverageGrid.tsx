import type { Coverage, SeatCover, SectorCover } from '../../../../shared/tools/partners/coverage'
import { levels } from '../../../../shared/tools/partners/recommended-team'
import type { Level } from '../../../../shared/tools/partners/schema'
import { SeatLine } from './SeatLine'

interface CoverageGridProps {
  readonly cover: Coverage
  readonly mayEdit: boolean
}

/** Sectors by levels; each cell has its seats with who holds them, and how many partners stand there. */
export function CoverageGrid({ cover, mayEdit }: CoverageGridProps) {
  const missed = new Set(cover.missing.flatMap(({ anyOf }) => anyOf))
  return (
    <table className="coverage-grid">
      <caption className="vh">Seats by sector and level</caption>
      <thead>
        <tr>
          <th scope="col">Sector</th>
          {levels.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cover.sectors.map((sector) => (
          <tr key={sector.id}>
            <th scope="row">{sector.label}</th>
            {levels.map(({ id, label }) => (
              <td key={id} data-level={label}>
                <ul>
                  {seatsAt(sector, id).map((each) => (
                    <SeatLine key={each.seat.id} cover={each} isMissed={missed.has(each.seat.id)} mayEdit={mayEdit} />
                  ))}
                </ul>
                <Count sector={sector} level={id} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A seat for either the state or a locality stands with the local ones, where it is mostly filled. */
function seatsAt(sector: SectorCover, level: Level): readonly SeatCover[] {
  return sector.seats.filter(({ seat }) => seat.level === level || (seat.level === 'either' && level === 'local'))
}

/** How many partners stand in the cell, whichever seats they hold. */
function Count({ sector, level }: { readonly sector: SectorCover; readonly level: Level }) {
  const count = sector.byLevel[level]
  if (count === 0) return null
  return (
    <p className="meta">
      {count} {count === 1 ? 'partner' : 'partners'}
    </p>
  )
}
