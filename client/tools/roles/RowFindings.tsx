import type { Finding } from '../../../shared/tools/roles/finding'
import type { RoleModel } from '../../../shared/tools/roles/models'
import type { Duty } from '../../../shared/tools/roles/schema'
import type { Party } from '../../../shared/tools/tool'
import { classNames } from '../../ui/class-names'
import { firstSentence, mendWords } from './row-findings'
import type { CellWriter } from './use-cells'
import { havingLetter } from './use-duty-menu'

interface RowFindingsProps {
  readonly duty: Duty
  readonly findings: readonly Finding[]
  readonly model: RoleModel
  readonly parties: readonly Party[]
  readonly row: number
  readonly mayEdit: boolean
  readonly cells: CellWriter
}

/** What is open in a row, with the press that mends it; the grid above opens the menus. */
export function RowFindings({ duty, findings, model, parties, row, mayEdit, cells }: RowFindingsProps) {
  return findings.map((finding) => {
    const { ruleId, fix, message, severity } = finding
    if (!fix || !mayEdit) {
      return (
        <span key={ruleId} className={classNames('roles-note', severity)} title={message}>
          {firstSentence(message)}
        </span>
      )
    }
    if (fix.kind === 'clear') {
      return (
        <button key={ruleId} type="button" className="roles-mend" onClick={() => cells.clear(duty.id)}>
          {firstSentence(message)} Clear
        </button>
      )
    }
    if (fix.kind === 'settle') {
      return (
        <span key={ruleId} className="roles-note error">
          {message.replace(/:.*$/, '.')}{' '}
          {havingLetter({ model, parties }, duty, fix.letter).map(({ id, name }) => (
            <button key={id} type="button" className="roles-mend" onClick={() => cells.keep(duty.id, id, fix.letter)}>
              Keep {name}
            </button>
          ))}
        </span>
      )
    }
    return (
      <button
        key={ruleId}
        type="button"
        className={classNames('roles-mend', severity)}
        data-row={row}
        data-mend={ruleId}
        aria-haspopup="menu"
        title={message}
      >
        {firstSentence(message)} {mendWords[fix.kind]}
      </button>
    )
  })
}
