import { plural } from '../../../../shared/doc/words'
import { constituenciesOf, isSameConstituency } from '../../../../shared/tools/votes/constituencies'
import { type Affiliation, belongsTo } from '../../../../shared/tools/votes/partition'
import { namesInSentence } from '../../../../shared/tools/votes/required-words'
import type { Breakdown, Constituency } from '../../../../shared/tools/votes/schema'
import { fewestSecretBallots } from '../../../../shared/tools/votes/secrecy'
import { Banner } from '../../../ui/Banner'

interface MustAgreeProps {
  /** Everybody who may answer as things stand. */
  readonly voters: readonly Affiliation[]
  /** Partners of the roster, in the room or not. */
  readonly partners: readonly Affiliation[]
  readonly required: readonly Constituency[]
  readonly isSecret: boolean
  readonly onChange: (required: Constituency[]) => void
}

const heads: Record<Breakdown['by'], string> = { sector: 'Sectors', level: 'Levels', organisation: 'Organisations' }

/** Whose agreement a check needs beside that of all together, from those whom the roster and the people in the room name. */
export function MustAgree({ voters, partners, required, isSecret, onChange }: MustAgreeProps) {
  const offered = constituenciesOf([...voters, ...partners])
  const gone = required.filter((each) => !offered.some((other) => isSameConstituency(each, other)))
  const all = [...offered, ...gone]
  if (all.length === 0) {
    return (
      <p className="fine">
        Nobody here has named an organisation, sector or level yet, so the check asks everybody together. People name theirs as they join,
        partners stand on the roster.
      </p>
    )
  }
  const isChosen = (each: Constituency) => required.some((other) => isSameConstituency(each, other))
  const choose = (each: Constituency, isOn: boolean) =>
    onChange(isOn ? [...required, each] : required.filter((other) => !isSameConstituency(each, other)))
  const here = (each: Constituency) => voters.filter((person) => belongsTo(person, each)).length
  const small = isSecret ? required.filter((each) => here(each) > 0 && here(each) < fewestSecretBallots) : []
  return (
    <div>
      <details className="votes-fold check-must">
        <summary>
          {required.length > 0
            ? `Must agree: ${required.map(({ name }) => name).join(', ')}`
            : 'Whose agreement it needs: everybody together'}
        </summary>
        <p className="fine">
          Tick who must agree beside the whole. The check passes only if at least half of their own answers support the words. Where nobody
          of them can answer, the result is provisional.
        </p>
        <div className="check-must-lists">
          {(['sector', 'level', 'organisation'] as const).map((by) => {
            const own = all.filter((each) => each.by === by)
            if (own.length === 0) return null
            return (
              <fieldset key={by} className="votes-group votes-seat-ticks">
                <legend>{heads[by]}</legend>
                {own.map((each) => (
                  <label key={each.name} className="votes-seat-tick">
                    <input type="checkbox" checked={isChosen(each)} onChange={(event) => choose(each, event.target.checked)} />
                    <span>
                      {each.name}{' '}
                      <span className="fine">{here(each) === 0 ? 'nobody here' : `${plural(here(each), 'person', 'people')} here`}</span>
                    </span>
                  </label>
                ))}
              </fieldset>
            )
          })}
        </div>
      </details>
      {small.length > 0 ? (
        <Banner tone="info">
          {`Fewer than ${fewestSecretBallots} people can answer for ${namesInSentence(small)}. A secret check never tells so few apart, so it cannot show that they agree and does not pass. Make it an open check, or leave them out.`}
        </Banner>
      ) : null}
      {isSecret && required.length > small.length ? (
        <p className="fine">
          In a secret check a group is told apart only where nobody’s answer can be worked out from it. Where it cannot be, the check does
          not pass by itself.
        </p>
      ) : null}
    </div>
  )
}
