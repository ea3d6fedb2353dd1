import { memo, useMemo, useState } from 'react'
import { cellText, isContested, lettersOf } from '../../../shared/tools/roles/letters'
import { letterName, type RoleModel } from '../../../shared/tools/roles/models'
import { rowFindingsOf } from '../../../shared/tools/roles/rules'
import type { Duty } from '../../../shared/tools/roles/schema'
import { byGroup } from '../../../shared/tools/roles/selectors'
import type { Party } from '../../../shared/tools/tool'
import { classNames } from '../../ui/class-names'
import { Menu } from '../../ui/Menu'
import { cellChoices, lettersLabel } from './cell-choices'
import { LetterMark } from './LetterMark'
import { firstSentence, mendWords } from './row-findings'
import type { CellWriter } from './use-cells'
import type { ChartView } from './use-chart'
import { useDutyMenu } from './use-duty-menu'

interface RoleCardsProps {
  readonly chart: ChartView
  readonly cells: CellWriter
  readonly onRename: (dutyId: string) => void
}

/** The chart on a phone: one responsibility a card, every partner in it with a choice of letters. */
export function RoleCards({ chart, cells, onRename }: RoleCardsProps) {
  const menu = useDutyMenu(chart, cells, onRename)
  return (
    <div className="roles-cards">
      {byGroup(chart.rows).map((group) => (
        <section key={group.label} aria-label={group.label || undefined}>
          {group.label === '' ? null : (
            <p className="roles-group" aria-hidden>
              {group.label}
            </p>
          )}
          <ul>
            {group.duties.map((duty) => (
              <li key={duty.id} className="card">
                <RoleCard duty={duty} chart={chart} cells={cells} menu={menu} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface RoleCardProps extends Omit<RoleCardsProps, 'onRename'> {
  readonly duty: Duty
  readonly menu: ReturnType<typeof useDutyMenu>
}

function RoleCard({ duty, chart, cells, menu }: RoleCardProps) {
  const { model, parties, mayEdit } = chart
  const [open, setOpen] = useState(false)
  const findings = useMemo(() => rowFindingsOf(model, duty, parties), [model, duty, parties])
  return (
    <article className={classNames('roles-card', findings.some(({ severity }) => severity === 'error') && 'gap')}>
      <div className="row between">
        <h3 className="h">{duty.label}</h3>
        {mayEdit ? <Menu label={`More for ${duty.label}`} small items={menu.items(duty)} /> : null}
      </div>
      {findings.map((finding) =>
        finding.fix && mayEdit ? (
          <Menu key={finding.ruleId} label={finding.message} className="roles-mend" items={menu.mending(duty, finding.fix)}>
            {firstSentence(finding.message)} {mendWords[finding.fix.kind]}
          </Menu>
        ) : (
          <p key={finding.ruleId} className={classNames('roles-note', finding.severity)}>
            {firstSentence(finding.message)}
          </p>
        ),
      )}
      <Holders duty={duty} model={model} parties={parties} />
      {mayEdit ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Change who does what</summary>
          {open ? <Choices duty={duty} chart={chart} cells={cells} /> : null}
        </details>
      ) : null}
    </article>
  )
}

const Holders = memo(function Holders({
  duty,
  model,
  parties,
}: {
  readonly duty: Duty
  readonly model: RoleModel
  readonly parties: readonly Party[]
}) {
  const letters = [...model.letters].sort((a, b) => Number(b.letter === model.once) - Number(a.letter === model.once))
  return (
    <dl>
      {letters.map(({ letter }) => {
        const having = parties.filter((party) => lettersOf(duty, party.id, model).includes(letter))
        if (having.length === 0) return null
        const contested = letter === model.once && isContested(duty, parties)
        return (
          <div key={letter}>
            <dt>
              <LetterMark model={model} letter={letter} contested={contested} />
              <span className="vh">{letterName(model, letter)}</span>
            </dt>
            <dd>{having.map(({ name }) => name).join(', ')}</dd>
          </div>
        )
      })}
    </dl>
  )
})

function Choices({ duty, chart, cells }: Omit<RoleCardProps, 'menu'>) {
  const { model, parties } = chart
  const choices = cellChoices(model)
  return (
    <ul className="roles-choices">
      {parties.map((party) => {
        const present = lettersOf(duty, party.id, model).join('/')
        return (
          <li key={party.id}>
            <label>
              <span>{party.name}</span>
              <select
                className="input"
                value={present}
                onChange={(event) =>
                  cells.write(duty, party.id, choices.find(({ letters }) => keyOf(model, letters) === event.target.value)?.letters ?? [])
                }
              >
                {choices.map(({ letters }) => (
                  <option key={keyOf(model, letters)} value={keyOf(model, letters)}>
                    {letters.length === 0 ? '–' : `${cellText(model, letters)}  ${lettersLabel(model, letters)}`}
                  </option>
                ))}
              </select>
            </label>
          </li>
        )
      })}
    </ul>
  )
}

/** The letters in the model's order, as a cell stores and compares them. */
function keyOf(model: RoleModel, letters: readonly string[]): string {
  return model.letters
    .map(({ letter }) => letter)
    .filter((letter) => letters.includes(letter))
    .join('/')
}
