import roleModels from '../../content/role-models.json' with { type: 'json' }

export type Severity = 'error' | 'warning' | 'info'

/** What a letter in a chart means. */
export interface Letter {
  readonly letter: string
  readonly name: string
  readonly meaning: string
  /** Whether it is work, which takes hours; absent in the content, where the name tells. */
  readonly works?: boolean
}

/** A check of one row or one column of a chart; see `ruleSchema` in the content. */
export interface RoleRule {
  readonly id: string
  readonly scope: 'row' | 'column'
  readonly check: 'exactly' | 'atLeast' | 'atMost' | 'shareAtMost' | 'notEmpty' | 'requires' | 'differentHolder'
  readonly letters: readonly string[]
  readonly value: number | null
  readonly severity: Severity
  readonly message: string
}

/** A kind of role chart, for example RACI. */
export interface RoleModel {
  readonly id: string
  readonly label: string
  readonly use: string
  readonly letters: readonly Letter[]
  /** Letters that one partner may hold together. */
  readonly cellMayHold: readonly (readonly string[])[]
  readonly rules: readonly RoleRule[]
  /** The letter that stands once in a row and is assigned, not typed over: its partner is the row's `holder`. */
  readonly once: string
}

/** Every built-in model. A test checks that the content has the shapes given here. */
export const models: readonly RoleModel[] = roleModels.models.map((model) => {
  const rules = model.rules as readonly RoleRule[] // checked by a test
  return { ...model, rules, once: onceLetter(rules) }
})

const builtInDefault = roleModels.models.find((model) => 'default' in model && model.default)?.id ?? 'raci'

/** The rows that a chart can start from. */
export const startRows: readonly { readonly id: string; readonly label: string }[] = roleModels.startRows

/** A model by its id; an unknown or absent one is the default. */
export function modelOf(id: string | undefined): RoleModel {
  const found = models.find((model) => model.id === id) ?? models.find((model) => model.id === builtInDefault)
  if (!found) throw new RangeError('there is no default role model')
  return found
}

export function letterName(model: RoleModel, letter: string): string {
  return model.letters.find((each) => each.letter === letter)?.name ?? letter
}

/** Letters in the model's order, without doubles. */
export function sortLetters(model: RoleModel, letters: readonly string[]): string[] {
  return model.letters.map(({ letter }) => letter).filter((letter) => letters.includes(letter))
}

/** Whether one partner may hold these letters of one row together. */
export function mayHold(model: RoleModel, letters: readonly string[]): boolean {
  const wanted = [...new Set(letters)]
  return (
    wanted.length < 2 || model.cellMayHold.some((set) => set.length === wanted.length && wanted.every((letter) => set.includes(letter)))
  )
}

/** The letters that mean doing something, which takes hours; being asked or told is not among them. */
export function workLetters(model: RoleModel): readonly string[] {
  return model.letters.filter(({ name, works = name !== 'Consulted' && name !== 'Informed' }) => works).map(({ letter }) => letter)
}

/** What a chart's letters become in another model; null when there is no way. Steps may go through a third model. */
export function conversion(from: string, to: string): ReadonlyMap<string, string> | null {
  if (from === to) return new Map(modelOf(from).letters.map(({ letter }) => [letter, letter]))
  return follow(from, to, [from])
}

function follow(from: string, to: string, visited: readonly string[]): ReadonlyMap<string, string> | null {
  const steps = roleModels.convert.filter((step) => step.from === from && !visited.includes(step.to))
  const direct = steps.find((step) => step.to === to)
  if (direct) return new Map(Object.entries(direct.map))
  for (const step of steps) {
    const rest = follow(step.to, to, [...visited, step.to])
    if (rest) return new Map(Object.entries(step.map).flatMap(([letter, via]) => pair(letter, rest.get(via))))
  }
  return null
}

function pair(letter: string, becomes: string | undefined): [string, string][] {
  return becomes === undefined ? [] : [[letter, becomes]]
}

function onceLetter(rules: readonly RoleRule[]): string {
  const rule = rules.find(
    ({ scope, check, value, severity }) => scope === 'row' && check === 'exactly' && value === 1 && severity === 'error',
  )
  return rule?.letters[0] ?? ''
}
