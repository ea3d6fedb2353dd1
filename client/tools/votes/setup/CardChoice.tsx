interface CardChoiceProps<Value extends string> {
  readonly legend: string
  /** Of the radios; unlike any other group's on the screen. */
  readonly name: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly title: string; readonly words: string }[]
  readonly onChoose: (value: Value) => void
  /** One below the other, for more than two. */
  readonly stacked?: boolean
  /** After a press, not after an arrow key, which goes on choosing. */
  readonly onPressed?: () => void
}

/** One of a few, each with a line about it. */
export function CardChoice<Value extends string>({ legend, name, value, choices, onChoose, stacked, onPressed }: CardChoiceProps<Value>) {
  return (
    <fieldset className="votes-group">
      <legend>{legend}</legend>
      <div className={stacked ? 'votes-stack' : 'votes-two'}>
        {choices.map((choice) => (
          <label key={choice.value} className={choice.value === value ? 'votes-radio on' : 'votes-radio'}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
              onClick={(event) => {
                if (event.detail > 0) onPressed?.()
              }}
            />
            <span>
              <b>{choice.title}</b>
              <span>{choice.words}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
