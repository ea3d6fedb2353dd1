import { levelsOf } from '../../../../shared/tools/votes/levels'
import type { AgreementMethod, Answer } from '../../../../shared/tools/votes/methods'

interface CheckLevelsProps {
  /** Of the radio group; unlike that of any other on the page. */
  readonly name: string
  readonly legend: string
  readonly method: AgreementMethod
  readonly chosen: Answer | undefined
  readonly onChoose: (answer: Answer) => void
}

/** The whole scale with what each answer says, always in sight. */
export function CheckLevels({ name, legend, method, chosen, onChoose }: CheckLevelsProps) {
  const offered = levelsOf[method].filter(({ isUnoffered }) => !isUnoffered)
  return (
    <fieldset className="votes-group">
      <legend className="vh">{legend}</legend>
      <div className="check-levels">
        {offered.map(({ answer, label, meaning }) => (
          <label key={answer} className={answer === chosen ? 'votes-radio on' : 'votes-radio'}>
            <input type="radio" name={`check-${name}`} checked={answer === chosen} onChange={() => onChoose(answer)} />
            <span>
              <b>
                {typeof answer === 'number' ? <span className="check-number">{answer}</span> : null}
                {label}
              </b>
              {meaning ? <span>{meaning}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
