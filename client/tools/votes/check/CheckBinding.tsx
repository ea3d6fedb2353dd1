import { type Binding, bindings } from './binding-words'

interface CheckBindingProps {
  /** Of the radio group; unlike that of any other on the page. */
  readonly name: string
  readonly binding: Binding
  readonly onBinding: (binding: Binding) => void
}

/** Whether my answer is for exactly these words, or stays when they change. */
export function CheckBinding({ name, binding, onBinding }: CheckBindingProps) {
  return (
    <fieldset className="votes-group check-binding">
      <legend className="meta">My answer is for</legend>
      <div className="check-methods">
        {bindings.map(({ value, label, meaning }) => (
          <label key={value} className={value === binding ? 'votes-radio on' : 'votes-radio'}>
            <input type="radio" name={`binding-${name}`} checked={value === binding} onChange={() => onBinding(value)} />
            <span>
              <b>{label}</b>
              <span>{meaning}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
