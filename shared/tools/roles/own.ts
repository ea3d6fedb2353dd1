import { modelOf, type RoleModel, type RoleRule } from './models'
import type { Chart, OwnLetter } from './schema'

/** The model id of a chart that has letters of its own. */
export const ownModelId = 'own'

/** More letters than this nobody can tell apart in a chart. */
export const mostOwnLetters = 8

/** The model of a chart: one of the content's, or made of its own letters. The same object while those stay the same. */
export function chartModel(chart: Pick<Chart, 'model' | 'own'> | undefined): RoleModel {
  if (chart?.model !== ownModelId || !chart.own) return modelOf(chart?.model)
  const made = madeOf.get(chart.own) ?? ownModel(chart.own)
  madeOf.set(chart.own, made)
  return made
}

/** The letters of a chart's own that are in use, in their order. */
export function ownLettersOf(own: Chart['own']): readonly (OwnLetter & { readonly letter: string })[] {
  return Object.entries(own ?? {})
    .map(([letter, each]) => ({ letter, ...each }))
    .filter(({ retired }) => !retired)
    .sort((a, b) => a.place - b.place || (a.letter < b.letter ? -1 : 1))
}

const madeOf = new WeakMap<object, RoleModel>()

function ownModel(own: NonNullable<Chart['own']>): RoleModel {
  const letters = ownLettersOf(own)
  return {
    id: ownModelId,
    label: 'Own letters',
    use: 'When the group has words of its own for who does what.',
    letters: letters.map(({ letter, name, works }) => ({ letter, name, meaning: standingWords[own[letter]?.stands ?? 'free'], works })),
    cellMayHold: [],
    rules: [...letters.flatMap((each) => rowRule(each)), ...columnRule(letters.map(({ letter }) => letter))],
    // Of several that are to stand once, the first is assigned; the others are counted.
    once: letters.find(({ stands }) => stands === 'once')?.letter ?? '',
  }
}

const standingWords = { once: 'Exactly one partner.', some: 'At least one partner.', free: 'As many partners as it takes.' }

function rowRule({ letter, name, stands }: OwnLetter & { readonly letter: string }): RoleRule[] {
  if (stands === 'free') return []
  const rule = { id: `own-${letter}`, scope: 'row', letters: [letter], value: 1 } as const
  return stands === 'once'
    ? [{ ...rule, check: 'exactly', severity: 'error', message: `Exactly one partner is needed as ${name}.` }]
    : [{ ...rule, check: 'atLeast', severity: 'error', message: `At least one partner is needed as ${name}.` }]
}

function columnRule(letters: readonly string[]): RoleRule[] {
  if (letters.length === 0) return []
  const message = 'This partner has no part in anything.'
  return [{ id: 'column-used', scope: 'column', check: 'notEmpty', letters, value: 1, severity: 'warning', message }]
}
