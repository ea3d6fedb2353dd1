import { memo, useMemo } from 'react'
import { cellText, contestedBy, holderOf, lettersOf } from '../../../shared/tools/roles/letters'
import type { RoleModel } from '../../../shared/tools/roles/models'
import { type Finding, rowFindingsOf } from '../../../shared/tools/roles/rules'
import type { Duty, DutyId } from '../../../shared/tools/roles/schema'
import type { Party } from '../../../shared/tools/tool'
import { classNames } from '../../ui/class-names'
import { cellLook, lettersLabel } from './cell-choices'
import { piecesOf, type Span } from './grid-window'

interface RoleRowProps {
  readonly duty: Duty
  /** Place in the grid, from 0. */
  readonly row: number
  /** Line for screen readers, from 1, the head and headings counted. */
  readonly line: number
  readonly model: RoleModel
  readonly parties: readonly Party[]
  /** The columns to draw. */
  readonly columns: Span
  readonly mayEdit: boolean
  /** Column that takes the keyboard, -1 for the row's own name; absent when it is in another row. */
  readonly activeColumn: number | undefined
  readonly onGive: (dutyId: DutyId, party: string) => void
}

/** One responsibility. The grid above handles keys and presses, so that a cell costs nothing but its letter. */
export const RoleRow = memo(function RoleRow({ duty, row, line, model, parties, columns, mayEdit, activeColumn, onGive }: RoleRowProps) {
  const findings = useMemo(() => rowFindingsOf(model, duty, parties), [model, duty, parties])
  const gap = findings.some(({ severity }) => severity === 'error')
  return (
    <tr className={classNames(gap && 'gap')} aria-rowindex={line} data-line={line}>
      <th scope="row" aria-colindex={1}>
        {mayEdit ? (
          <button
            type="button"
            className="roles-label"
            data-row={row}
            data-column={-1}
            tabIndex={activeColumn === -1 ? 0 : -1}
            aria-haspopup="menu"
          >
            {duty.label}
          </button>
        ) : (
          duty.label
        )}
        <RowFindings duty={duty} findings={findings} parties={parties} row={row} mayEdit={mayEdit} onGive={onGive} />
      </th>
      {piecesOf(parties.length, columns, activeColumn).map((piece) => {
        if ('skipped' in piece) return <td key={`from ${piece.from}`} className="skipped" colSpan={piece.skipped} aria-hidden />
        const party = parties[piece.column]
        if (!party) return null
        const { column } = piece
        return (
          <RoleCell key={party.id} duty={duty} party={party} model={model} row={row} column={column} active={activeColumn === column} />
        )
      })}
    </tr>
  )
})

interface RoleCellProps {
  readonly duty: Duty
  readonly party: Party
  readonly model: RoleModel
  readonly row: number
  readonly column: number
  readonly active: boolean
}

function RoleCell({ duty, party, model, row, column, active }: RoleCellProps) {
  const letters = lettersOf(duty, party.id, model)
  const contested = letters.includes(model.once) && contestedBy(duty).length > 0
  const words = lettersLabel(model, letters)
  return (
    <td
      data-row={row}
      data-column={column}
      tabIndex={active ? 0 : -1}
      aria-colindex={column + 2}
      aria-label={contested ? `${words}, contested` : words}
    >
      {letters.length === 0 ? null : (
        <i className={classNames('roles-ce', cellLook(model, letters), letters.length > 1 && 'two', contested && 'contested')} aria-hidden>
          {cellText(model, letters)}
        </i>
      )}
    </td>
  )
}

interface RowFindingsProps {
  readonly duty: Duty
  readonly findings: readonly Finding[]
  readonly parties: readonly Party[]
  readonly row: number
  readonly mayEdit: boolean
  readonly onGive: RoleRowProps['onGive']
}

/** What is open in a row, with the press that mends it. */
function RowFindings({ duty, findings, parties, row, mayEdit, onGive }: RowFindingsProps) {
  return findings.map((finding) => {
    if (finding.fix === 'assign' && mayEdit) {
      return (
        <button key={finding.ruleId} type="button" className="roles-mend" data-row={row} data-assign aria-haspopup="menu">
          {finding.message} Assign
        </button>
      )
    }
    if (finding.fix === 'settle' && mayEdit) {
      return <Settle key={finding.ruleId} duty={duty} finding={finding} parties={parties} onGive={onGive} />
    }
    return (
      <span key={finding.ruleId} className={classNames('roles-note', finding.severity)} title={finding.message}>
        {firstSentence(finding.message)}
      </span>
    )
  })
}

function Settle({ duty, finding, parties, onGive }: Pick<RowFindingsProps, 'duty' | 'parties' | 'onGive'> & { readonly finding: Finding }) {
  const holder = holderOf(duty)
  const claimants = [...(holder ? [holder] : []), ...contestedBy(duty)]
  return (
    <span className="roles-note error">
      {finding.message.replace(/:.*$/, '.')}{' '}
      {claimants.flatMap((id) => {
        const name = parties.find((party) => party.id === id)?.name
        return name ? (
          <button key={id} type="button" className="roles-mend" onClick={() => onGive(duty.id, id)}>
            Keep {name}
          </button>
        ) : (
          []
        )
      })}
    </span>
  )
}

/** In a row there is room for what is the matter; the rest is in the tooltip and in the document. */
export function firstSentence(message: string): string {
  return /^.*?\.(?= |$)/.exec(message)?.[0] ?? message
}
