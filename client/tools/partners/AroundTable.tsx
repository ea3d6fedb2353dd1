import { Check, Mail, TriangleAlert } from 'lucide-react'
import { type coverage as coverageOf, gapSentences, type SectorCover, usualInvitation } from '../../../shared/tools/partners/coverage'
import { seatLevels } from '../../../shared/tools/partners/recommended-team'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import type { InvitationReason } from './InvitationDialog'

interface AroundTableProps {
  readonly coverage: ReturnType<typeof coverageOf>
  readonly onInvite: (reason: InvitationReason) => void
}

/** Who is around the table by sector, and who is missing, in words. */
export function AroundTable({ coverage, onInvite }: AroundTableProps) {
  const silent = coverage.sectors.filter(isSilent)
  const [first] = silent
  const gaps = gapSentences(coverage)
  const others = first ? gaps.slice(1) : gaps
  // Before anybody is on the list, nobody is missing yet.
  const lacks = (sector: SectorCover) => gaps.length > 0 && isSilent(sector)
  return (
    <>
      <h2 className="h">Around the table</h2>
      <ul className="partners-cover">
        {coverage.sectors.map((sector) => (
          <li key={sector.id} className={classNames(lacks(sector) && 'no')}>
            {lacks(sector) ? (
              <TriangleAlert className="i s" aria-hidden />
            ) : sector.partners > 0 ? (
              <Check className="i s" aria-hidden />
            ) : (
              <span className="i s" />
            )}
            <span className="grow">{sector.label}</span>
            <b>{sector.partners}</b>
          </li>
        ))}
      </ul>
      {first && gaps.length > 0 ? (
        <p className="meta">
          {gaps[0]} {usualInvitation(first)}
        </p>
      ) : null}
      {others.map((gap) => (
        <p key={gap} className="meta">
          {gap}
        </p>
      ))}
      <Button block Icon={Mail} onClick={() => onInvite(first ? { kind: 'sector', label: first.label } : { kind: 'anybody' })}>
        Write an invitation
      </Button>
      <SeatsDetail coverage={coverage} />
    </>
  )
}

function SeatsDetail({ coverage }: Pick<AroundTableProps, 'coverage'>) {
  const rules = [...coverage.missing, ...coverage.filled]
  return (
    <details className="partners-seat-list">
      <summary>
        {coverage.filled.length} of {rules.length} minimum seats held
      </summary>
      <ul>
        {rules.map((rule) => {
          const filled = coverage.filled.includes(rule)
          return (
            <li key={rule.id} className={classNames(!filled && 'no')}>
              {filled ? <Check className="i s" aria-hidden /> : <TriangleAlert className="i s" aria-hidden />}
              <span className="grow">
                {rule.label}, {seatLevels.find(({ id }) => id === rule.level)?.label.toLowerCase()}
                {filled ? null : <span className="vh">, nobody yet</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function isSilent(sector: SectorCover): boolean {
  return sector.partners === 0 && sector.seats.every(({ heldBy }) => heldBy.length === 0)
}
