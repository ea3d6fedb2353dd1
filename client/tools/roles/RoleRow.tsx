import { memo, useMemo } from 'react'
import { cellText, isContested, lettersOf } from '../../../shared/tools/roles/letters'
import type { RoleModel } from '../../../shared/tools/roles/models'
import { rowFindingsOf } from '../../../shared/tools/roles/rules'
import type { Duty } from '../../../shared/tools/roles/schema'
import type { Party } from '../../../shared/tools/tool'
import { classNames } from '../../ui/class-names'
import { cellLook, lettersLabel } from './cell-choices'
import { piecesOf, type Span } from './grid-window'
import { RowFindings } from './RowFindings'
import type { CellWriter } from './use-cells'

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
  readonly cells: CellWriter
}

/** One responsibility. The grid above handles keys and presses, so that a cell costs nothing but its letter. */
export const RoleRow = memo(function RoleRow({ duty, row, line, model, parties, columns, mayEdit, activeColumn, cells }: RoleRowProps) {
  const findings = useMemo(() => rowFindingsOf(model, duty, parties), [model, duty, parties])
  const contested = isContested(duty, parties)
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
        <RowFindings duty={duty} findings={findings} model={model} parties={parties} row={row} mayEdit={mayEdit} cells={cells} />
      </th>
      {piecesOf(parties.length, columns, activeColumn).map((piece) => {
        if ('skipped' in piece) return <td key={`from ${piece.from}`} className="skipped" colSpan={piece.skipped} aria-hidden />
        const party = parties[piece.column]
        if (!party) return null
        const { column } = piece
        return (
          <RoleCell
            key={party.id}
            duty={duty}
            party={party}
            model={model}
            row={row}
            column={column}
            contested={contested}
            active={activeColumn === column}
          />
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
  /** Whether several partners of the row claim the letter that stands once. */
  readonly contested: boolean
  readonly active: boolean
}

function RoleCell({ duty, party, model, row, column, contested: isRowContested, active }: RoleCellProps) {
  const letters = lettersOf(duty, party.id, model)
  const contested = isRowContested && letters.includes(model.once)
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
