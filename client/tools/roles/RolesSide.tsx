import { memo, useMemo } from 'react'
import { plural } from '../../../shared/doc/words'
import { tools } from '../../../shared/tools/registry'
import { loads } from '../../../shared/tools/roles/load'
import { letterName } from '../../../shared/tools/roles/models'
import type { ToolDefinition } from '../../../shared/tools/tool'
import { useDocs } from '../../app/docs-context'
import { TeamRings } from '../../ui/TeamRings'
import type { ChartView } from './use-chart'

const definitions: readonly ToolDefinition[] = Object.values(tools)
const shownLoads = 5

interface RolesSideProps {
  readonly chart: ChartView
  /** Goes to what a partner has, where a finding about it is mended. */
  readonly onShow: (partyId: string) => void
}

/** Beside the chart: the rings, who is missing, and who carries most. */
export const RolesSide = memo(function RolesSide({ chart, onShow }: RolesSideProps) {
  const { parties, model, rows, findings } = chart
  const carrying = useMemo(() => loads(model, rows, parties).filter(({ works }) => works > 0), [model, rows, parties])
  const unplaced = parties.filter(({ team }) => team === undefined)
  const partnerFindings = findings.filter(({ partyId, severity }) => partyId !== undefined && severity !== 'info')
  const [most] = carrying
  return (
    <aside className="card roles-side" aria-label="Teams and load" tabIndex={-1} data-region>
      <h2 className="h">Team rings</h2>
      <TeamRings members={parties} />
      <Gaps />
      {carrying.length > 0 || unplaced.length > 0 ? (
        <div className="roles-load">
          {most && most.leads > 0 ? (
            <p className="row between meta">
              <span>{model.once === 'L' ? 'Leads the most' : `${letterName(model, model.once)} for the most`}</span>
              <b>
                {most.party.name}, {most.leads}
              </b>
            </p>
          ) : null}
          {unplaced.length > 0 ? (
            <p className="row between meta">
              <span>Not placed in a ring</span>
              <b>{plural(unplaced.length, 'partner')}</b>
            </p>
          ) : null}
          {carrying.length > 0 ? (
            <details>
              <summary>Load by partner</summary>
              <ul>
                {carrying.slice(0, 60).map(({ party, leads, works, hours }) => (
                  <li key={party.id} className="meta">
                    {party.name}: {plural(works, 'responsibility', 'responsibilities')}
                    {leads > 0 ? `, ${letterName(model, model.once).toLocaleLowerCase('en')} for ${leads}` : ''}
                    {party.hoursPerMonth === undefined ? '' : `, ${hours} of ${plural(party.hoursPerMonth, 'hour')} a month`}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          {partnerFindings.slice(0, shownLoads).map(({ ruleId, partyId, message }) => (
            <PartnerFinding key={`${ruleId} ${partyId}`} partyId={partyId} message={message} onShow={onShow} />
          ))}
          {partnerFindings.length > shownLoads ? (
            <details>
              <summary>{partnerFindings.length - shownLoads} more about partners</summary>
              {partnerFindings.slice(shownLoads).map(({ ruleId, partyId, message }) => (
                <PartnerFinding key={`${ruleId} ${partyId}`} partyId={partyId} message={message} onShow={onShow} />
              ))}
            </details>
          ) : null}
        </div>
      ) : null}
    </aside>
  )
})

interface PartnerFindingProps {
  readonly partyId: string | undefined
  readonly message: string
  readonly onShow: (partyId: string) => void
}

function PartnerFinding({ partyId, message, onShow }: PartnerFindingProps) {
  return (
    <p className="meta">
      {message}{' '}
      {partyId === undefined ? null : (
        <button type="button" className="roles-mend" onClick={() => onShow(partyId)}>
          Show what it has<span className="vh">: {message}</span>
        </button>
      )}
    </p>
  )
}

function Gaps() {
  const docs = useDocs()
  const gaps = definitions.flatMap((tool) => tool.gaps?.(docs) ?? [])
  if (gaps.length === 0) return null
  return (
    <div className="roles-load">
      <p className="h">Missing voices</p>
      {gaps.map((gap) => (
        <p key={gap} className="meta">
          {gap}
        </p>
      ))}
    </div>
  )
}
