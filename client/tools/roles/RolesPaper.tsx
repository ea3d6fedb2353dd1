import { cellText, isContested, lettersOf } from '../../../shared/tools/roles/letters'
import type { RoleModel } from '../../../shared/tools/roles/models'
import { rowFindingsOf } from '../../../shared/tools/roles/rules'
import type { Duty } from '../../../shared/tools/roles/schema'
import { byGroup } from '../../../shared/tools/roles/selectors'
import type { Party } from '../../../shared/tools/tool'
import { classNames } from '../../ui/class-names'
import { cellLook } from './cell-choices'
import { firstSentence } from './row-findings'
import type { ChartView } from './use-chart'

/** Beside the responsibility, a sheet across has room for this many partners. */
const mostPerSheet = 12

/** The whole chart for paper: every responsibility with every partner, cut by partners so that each part fits a sheet. */
export function RolesPaper({ chart }: { readonly chart: ChartView }) {
  const { parties } = chart
  const sheets = Math.max(1, Math.ceil(parties.length / mostPerSheet))
  const perSheet = Math.ceil(parties.length / sheets)
  return Array.from({ length: sheets }, (_, sheet) => {
    const shown = parties.slice(sheet * perSheet, (sheet + 1) * perSheet)
    return <Sheet key={shown[0]?.id ?? ''} chart={chart} shown={shown} first={sheet * perSheet + 1} />
  })
}

interface SheetProps {
  readonly chart: ChartView
  readonly shown: readonly Party[]
  /** Number of the first partner on it, from 1. */
  readonly first: number
}

function Sheet({ chart: { rows, parties, model }, shown, first }: SheetProps) {
  return (
    <table className="roles-table roles-paper">
      {shown.length < parties.length ? (
        <caption>
          Partners {first} to {first + shown.length - 1} of {parties.length}
        </caption>
      ) : null}
      <thead>
        <tr>
          <th scope="col">Responsibility</th>
          {shown.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {byGroup(rows).map((group) => (
        <tbody key={group.label}>
          {group.label === '' ? null : (
            <tr className="grp">
              <th colSpan={shown.length + 1} scope="rowgroup">
                {group.label}
              </th>
            </tr>
          )}
          {group.duties.map((duty) => (
            <PaperRow key={duty.id} duty={duty} model={model} parties={parties} shown={shown} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface PaperRowProps {
  readonly duty: Duty
  readonly model: RoleModel
  readonly parties: readonly Party[]
  readonly shown: readonly Party[]
}

function PaperRow({ duty, model, parties, shown }: PaperRowProps) {
  const open = rowFindingsOf(model, duty, parties)
  const contested = isContested(duty, parties)
  return (
    <tr>
      <th scope="row">
        {duty.label}
        {open.map(({ ruleId, message }) => (
          <span key={ruleId} className="roles-note">
            {firstSentence(message)}
          </span>
        ))}
      </th>
      {shown.map(({ id }) => {
        const letters = lettersOf(duty, id, model)
        return (
          <td key={id}>
            {letters.length === 0 ? null : (
              <i className={classNames('roles-ce', cellLook(model, letters), letters.length > 1 && 'two')}>
                {cellText(model, letters)}
                {contested && letters.includes(model.once) ? '?' : ''}
              </i>
            )}
          </td>
        )
      })}
    </tr>
  )
}
