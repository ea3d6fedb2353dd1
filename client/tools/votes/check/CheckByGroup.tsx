import { type CSSProperties, useState } from 'react'
import { joined, plural } from '../../../../shared/doc/words'
import { isAtOrAbove, labelOf, thresholdOf } from '../../../../shared/tools/votes/agreement'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import type { AgreementMethod } from '../../../../shared/tools/votes/methods'
import { supportOf } from '../../../../shared/tools/votes/required'
import { supportInWords } from '../../../../shared/tools/votes/required-words'
import type { Breakdown, RoundRule } from '../../../../shared/tools/votes/schema'
import { Segmented } from '../../../ui/Segmented'
import { CheckGroupTable } from './CheckGroupTable'
import './check-by-group.css'

interface CheckByGroupProps {
  readonly method: AgreementMethod
  readonly rule: RoundRule
  readonly breakdowns: readonly Breakdown[]
  /** Its people cannot be told apart where they are few. */
  readonly secret: boolean
}

/** How each sector, level or organisation answered: people on every level of the scale, never a mean. */
export function CheckByGroup({ method, rule, breakdowns, secret }: CheckByGroupProps) {
  const [chosen, setChosen] = useState<Breakdown['by']>()
  const shown = breakdowns.find(({ by }) => by === chosen) ?? breakdowns[0]
  if (!shown) return null
  const scale = levelsOf[method].filter(({ isUnoffered }, column) => !isUnoffered || isUsed(shown, column))
  const hides = shown.groups.some(({ voters, counts }) => voters === null || counts.includes(null))
  return (
    <section className="check-groups" aria-label="By constituency">
      <div className="row between wrap">
        <h4 className="h">Who stands where</h4>
        {breakdowns.length > 1 ? (
          <Segmented
            label="Told apart by"
            value={shown.by}
            onChange={setChosen}
            options={breakdowns.map(({ by }) => ({ value: by, label: kindLabels[by] }))}
          />
        ) : null}
      </div>
      <div className="check-group-list" aria-hidden>
        {shown.groups.map((group) => (
          <GroupSpread key={group.name} method={method} rule={rule} group={group} answers={scale.map(({ answer }) => answer)} />
        ))}
      </div>
      <CheckGroupTable method={method} rule={rule} breakdown={shown} />
      <p className="fine">
        {typeof scale[0]?.answer === 'number' ? `Bars stand from ${scaleEnd(method, 0)} to ${scaleEnd(method, -1)}. ` : ''}
        The line stands after “{labelOf(method, thresholdOf(method, rule))}”.
        {hides && secret
          ? ' Hidden: a number of fewer than 3 people, or one from which such a number could be worked out. The check is secret.'
          : ''}
      </p>
    </section>
  )
}

const kindLabels: Record<Breakdown['by'], string> = { sector: 'Sector', level: 'Level', organisation: 'Organisation' }

interface GroupSpreadProps {
  readonly method: AgreementMethod
  readonly rule: RoundRule
  readonly group: Breakdown['groups'][number]
  readonly answers: readonly (string | number)[]
}

function GroupSpread({ method, rule, group, answers }: GroupSpreadProps) {
  const { name, voters, counts } = group
  const support = supportOf(method, rule, group)
  const columns = answers.map((answer) => ({
    answer,
    count: counts[levelsOf[method].findIndex((level) => level.answer === answer)] ?? null,
  }))
  const hidden = columns.filter(({ count }) => count === null).map(({ answer }) => `${answer}`)
  const isAllHidden = hidden.length === columns.length
  return (
    <div className="check-group">
      <p>
        <b>{name}</b> <span className="fine">{voters === null ? 'hidden' : `${plural(voters, 'answer')}`}</span>
        {support && support.of > 0 && !(isAllHidden && support.least === 0 && support.most === support.of) ? (
          <span className="check-group-share">{supportInWords(method, rule, support)}</span>
        ) : null}
      </p>
      {isAllHidden ? null : (
        <div className="check-group-bars" style={{ '--columns': columns.length } as CSSProperties}>
          {columns.map(({ answer, count }, column) => (
            <span
              key={answer}
              className={isLastSupport(method, rule, columns, column) ? 'check-group-column at-threshold' : 'check-group-column'}
              style={{ '--n': (count ?? 0) / Math.max(1, voters ?? 1) } as CSSProperties}
            >
              <b>{count === null ? '?' : count > 0 ? count : ''}</b>
              <i className={count === null ? 'hidden' : undefined} />
              <span>{typeof answer === 'number' ? answer : labelOf(method, answer)}</span>
            </span>
          ))}
        </div>
      )}
      {hidden.length > 0 && !isAllHidden ? <p className="fine">Hidden: {joined(hidden)}.</p> : null}
    </div>
  )
}

function isLastSupport(
  method: AgreementMethod,
  rule: RoundRule,
  columns: readonly { readonly answer: string | number }[],
  column: number,
): boolean {
  const [own, next] = [columns[column], columns[column + 1]]
  return own !== undefined && next !== undefined && isAtOrAbove(method, rule, own.answer) && !isAtOrAbove(method, rule, next.answer)
}

function isUsed({ groups }: Breakdown, column: number): boolean {
  return groups.some(({ counts }) => counts[column] !== 0)
}

function scaleEnd(method: AgreementMethod, at: 0 | -1): string {
  const answer = levelsOf[method].at(at)?.answer ?? ''
  return `${answer}, “${labelOf(method, answer)}”`
}
