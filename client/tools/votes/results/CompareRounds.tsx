import { useState } from 'react'
import { methodLabels } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { Field } from '../../../ui/Field'
import { type CountedRound, comparableRounds, compareRounds, onOneScale, type Standing } from './comparison'
import { isCounted } from './measure'
import { WideTable } from './WideTable'

interface CompareRoundsProps {
  readonly round: Round
  /** The other closed rounds, newest first. */
  readonly others: readonly Round[]
}

/** This result beside that of an earlier vote on the same options. */
export function CompareRounds({ round, others }: CompareRoundsProps) {
  const choices = comparableRounds(round, others)
  const [chosen, setChosen] = useState(round.after?.roundId ?? '')
  const before = choices.find(({ id }) => id === chosen)
  if (choices.length === 0 || !isCounted(round.result)) return null
  return (
    <section className="votes-part">
      <h3 className="h">Compare with an earlier vote</h3>
      <Field label="Earlier vote">
        {(props) => (
          <select {...props} className="input" value={before?.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
            <option value="">None</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {titleOf(choice)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {before ? <Comparison before={before} now={{ ...round, result: round.result }} /> : null}
    </section>
  )
}

function Comparison({ before, now }: { readonly before: CountedRound; readonly now: CountedRound }) {
  return (
    <>
      <WideTable caption="Both votes by option">
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Earlier vote</th>
            <th scope="col">This vote</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {compareRounds(before, now).map(({ id, label, before: earlier, now: present, change }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{earlier ? <Place standing={earlier} of={before.options.length} /> : '–'}</td>
              <td>{present ? <Place standing={present} of={now.options.length} /> : '–'}</td>
              <td className="votes-change">{change}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {onOneScale(before, now) ? null : <p className="fine">The two votes did not count on one scale, so only places are compared.</p>}
    </>
  )
}

function Place({ standing: { rank, tied, words }, of }: { readonly standing: Standing; readonly of: number }) {
  return (
    <>
      {rank} of {of}
      {tied ? ', tied' : ''} <span className="fine">{words}</span>
    </>
  )
}

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

function titleOf({ question, method, createdAtMs, openedAtMs = createdAtMs }: CountedRound): string {
  return `${when.format(openedAtMs)}, ${methodLabels[method].toLowerCase()}: ${question}`
}
