import { useEffect, useRef, useState } from 'react'
import { plural } from '../../../shared/doc/words'
import type { Finding } from '../../../shared/tools/roles/finding'
import { lettersOf } from '../../../shared/tools/roles/letters'
import { takersOf } from '../../../shared/tools/roles/load'
import { letterName, workLetters } from '../../../shared/tools/roles/models'
import type { Duty } from '../../../shared/tools/roles/schema'
import type { Party } from '../../../shared/tools/tool'
import { Menu, type MenuItem } from '../../ui/Menu'
import { LetterMark } from './LetterMark'
import type { CellWriter } from './use-cells'
import type { ChartView } from './use-chart'
import { loadWords, partsFor } from './use-duty-menu'

interface PartnerCardsProps {
  readonly chart: ChartView
  readonly cells: CellWriter
  /** The partner that somebody asked for. */
  readonly shownId: string | undefined
}

/** The chart read down its columns: what each partner has, against its hours, and what is to be said of it. */
export function PartnerCards({ chart, cells, shownId }: PartnerCardsProps) {
  const about = new Map<string, readonly Finding[]>()
  for (const finding of chart.findings) {
    if (finding.partyId !== undefined) about.set(finding.partyId, [...(about.get(finding.partyId) ?? []), finding])
  }
  return (
    <ul className="roles-cards">
      {chart.parties.map((party) => (
        <li key={party.id} className="card">
          <PartnerCard chart={chart} cells={cells} party={party} findings={about.get(party.id) ?? []} isShown={party.id === shownId} />
        </li>
      ))}
    </ul>
  )
}

interface PartnerCardProps {
  readonly chart: ChartView
  readonly cells: CellWriter
  readonly party: Party
  readonly findings: readonly Finding[]
  readonly isShown: boolean
}

function PartnerCard({ chart, cells, party, findings, isShown }: PartnerCardProps) {
  const { model, rows, mayEdit } = chart
  const [open, setOpen] = useState(isShown)
  const title = useRef<HTMLHeadingElement>(null)
  const parts = rows.flatMap((duty) => {
    const letters = lettersOf(duty, party.id, model)
    return letters.length === 0 ? [] : [{ duty, letters }]
  })

  useEffect(() => {
    if (!isShown) return
    setOpen(true)
    title.current?.focus()
    title.current?.scrollIntoView({ block: 'start' })
  }, [isShown])

  return (
    <article className="roles-card">
      <h3 ref={title} className="h" tabIndex={-1}>
        {party.name}
      </h3>
      <p className="meta">{summaryWords(chart, party, parts)}</p>
      {findings.map((finding) => (
        <p key={finding.ruleId} className={`roles-note ${finding.severity}`}>
          {finding.message}
        </p>
      ))}
      {mayEdit && rows.length > 0 && (parts.length === 0 || couldDoMore(findings)) ? (
        <Menu label={`Give ${party.name} a part`} className="roles-mend" items={partsFor(chart, party, cells)}>
          Give it a part<span className="vh">: {party.name}</span>
        </Menu>
      ) : null}
      {parts.length > 0 ? (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            What it has<span className="vh">: {party.name}</span>
          </summary>
          {open ? (
            <ul className="roles-parts">
              {parts.map(({ duty, letters }) => (
                <li key={duty.id}>
                  <span>
                    {letters.map((letter) => (
                      <LetterMark key={letter} model={model} letter={letter} />
                    ))}
                    <span className="vh">{letters.map((letter) => letterName(model, letter)).join(' and ')}: </span>
                  </span>
                  <span>{duty.label}</span>
                  {mayEdit ? <Menu label={`Hand over: ${duty.label}`} small items={handing(chart, cells, duty, party)} /> : null}
                </li>
              ))}
            </ul>
          ) : null}
        </details>
      ) : null}
    </article>
  )
}

/** With one role only, and not over its hours. */
function couldDoMore(findings: readonly Finding[]): boolean {
  return findings.some(({ ruleId }) => ruleId === 'single-role-partner') && !findings.some(({ ruleId }) => ruleId === 'hours')
}

function summaryWords(
  chart: ChartView,
  party: Party,
  parts: readonly { readonly duty: Duty; readonly letters: readonly string[] }[],
): string {
  const { model } = chart
  const counts = model.letters.flatMap(({ letter, name }) => {
    const count = parts.filter(({ letters }) => letters.includes(letter)).length
    return count === 0 ? [] : [`${name.toLocaleLowerCase('en')} ${count}`]
  })
  const load = loadWords(chart, party)
  return [plural(parts.length, 'responsibility', 'responsibilities'), ...counts, ...(load === '' ? [] : [load])].join(' · ')
}

/** To whom a part can be handed, those with hours left first; or that it is taken away. */
function handing(chart: ChartView, cells: CellWriter, duty: Duty, party: Party): readonly MenuItem[] {
  const { model, rows, parties } = chart
  const works = lettersOf(duty, party.id, model).some((letter) => workLetters(model).includes(letter))
  const takers = works ? takersOf(model, rows, parties, duty, party.id).map((taker) => taker.party) : []
  const others = parties.filter(({ id }) => id !== party.id && !takers.some((taker) => taker.id === id))
  return [
    ...[...takers, ...others].map((to) => ({
      label: `Hand to ${to.name}`,
      hint: loadWords(chart, to),
      onSelect: () => cells.hand(duty.id, party.id, to.id),
    })),
    { label: `Take it from ${party.name}`, danger: true, onSelect: () => cells.write(duty, party.id, []) },
  ]
}
