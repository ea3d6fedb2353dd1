import { contestedBy, holderOf, lettersOf, unknownLetters } from './letters'
import { conversion, mayHold, type RoleModel, sortLetters } from './models'
import type { Duty } from './schema'

/** What each letter of a chart becomes in another model; a letter that is missing is given up. */
export type LetterMap = ReadonlyMap<string, string>

/** What the content says that letters become; where it says nothing, a letter of the same name stays. */
export function proposedMap(from: RoleModel, to: RoleModel): LetterMap {
  const told = conversion(from.id, to.id)
  const entries = from.letters.flatMap(({ letter, name }): [string, string][] => {
    const same = to.letters.find((each) => each.name === name) ?? to.letters.find((each) => each.letter === letter)
    const becomes = told?.get(letter) ?? same?.letter
    return becomes === undefined ? [] : [[letter, becomes]]
  })
  return new Map(entries)
}

/** A row as it would stand in another model. */
export interface ConvertedRow {
  readonly cells: Readonly<Record<string, string>>
  /** Partners that would have the once-only letter; the holder of today first where it is among them. */
  readonly claimants: readonly string[]
  /** Partners that would lose every letter that they have. */
  readonly emptied: readonly string[]
}

/** What a row becomes; letters that may not stand together any more give way to the strongest of them. */
export function convertedRow(
  duty: Pick<Duty, 'cells' | 'claims' | 'holder'>,
  from: RoleModel,
  to: RoleModel,
  map: LetterMap,
): ConvertedRow {
  const cells: Record<string, string> = {}
  const claimants: string[] = []
  const emptied: string[] = []
  const holder = holderOf(duty)
  const claiming = [...(holder === undefined ? [] : [holder]), ...contestedBy(duty)]
  for (const party of new Set([...claiming, ...Object.keys(duty.cells)])) {
    const becomes = sortLetters(
      to,
      // A letter that meant nothing here may be one of the model to come: somebody wrote it while another changed the model.
      [...lettersOf(duty, party, from).flatMap((letter) => map.get(letter) ?? []), ...unknownLetters(duty, party, from)],
    )
    const [first] = becomes
    const kept = mayHold(to, becomes) ? becomes : [becomes.includes(to.once) ? to.once : (first ?? '')]
    if (kept.includes(to.once)) claimants.push(party)
    const typed = kept.filter((letter) => letter !== to.once)
    if (typed.length > 0) cells[party] = typed.join('/')
    if (kept.length === 0) emptied.push(party)
  }
  return { cells, claimants, emptied }
}

/** What a change of model would do, before it is done. */
export interface ConversionPreview {
  /** Each letter that stands in the chart, with the number of cells. */
  readonly letters: readonly { readonly letter: string; readonly name: string; readonly cells: number }[]
  /** Rows in which several partners would have the letter that stands once. */
  readonly contested: number
  /** Cells that would be left empty. */
  readonly emptied: number
}

export function previewConversion(from: RoleModel, to: RoleModel, map: LetterMap, rows: readonly Duty[]): ConversionPreview {
  const converted = rows.map((row) => convertedRow(row, from, to, map))
  const count = (letter: string) =>
    rows.reduce((sum, row) => sum + partiesIn(row).filter((party) => lettersOf(row, party, from).includes(letter)).length, 0)
  return {
    letters: from.letters.map(({ letter, name }) => ({ letter, name, cells: count(letter) })).filter(({ cells }) => cells > 0),
    contested: converted.filter(({ claimants }) => claimants.length > 1).length,
    emptied: converted.reduce((sum, { emptied }) => sum + emptied.length, 0),
  }
}

function partiesIn({ cells, claims }: Duty): readonly string[] {
  return [...new Set([...Object.keys(cells), ...Object.keys(claims)])]
}
