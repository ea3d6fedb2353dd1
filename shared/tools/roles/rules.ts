import { plural } from '../../doc/words'
import type { Party } from '../tool'
import { partyCheck, rowChecks } from './checks'
import type { Finding, Fix } from './finding'
import { spelled, wordsOf } from './letter-words'
import { contestedBy, holderOf, lettersOf, unknownLetters } from './letters'
import { hoursOf } from './load'
import { letterName, type RoleModel, type RoleRule, type Severity } from './models'
import type { Duty } from './schema'

/** The part of a row that rules read. */
export type RuledRow = Pick<Duty, 'cells' | 'holder' | 'claims' | 'hoursPerMonth'> & {
  readonly id: string
  readonly label?: string
}

/** Every finding of a chart: rows first in their order, then partners. */
export function findingsOf(model: RoleModel, rows: readonly RuledRow[], parties: readonly Party[]): readonly Finding[] {
  const names = namesById(parties)
  const chart = rows.map((row) => readRow(model, row, parties, names))
  return [...chart.flatMap((row) => rowFindings(model, row)), ...(rows.length === 0 ? [] : columnFindings(model, chart, rows, parties))]
}

/** The findings of one row. */
export function rowFindingsOf(model: RoleModel, row: RuledRow, parties: readonly Party[]): readonly Finding[] {
  return rowFindings(model, readRow(model, row, parties, namesById(parties)))
}

/** A kind of finding, counted, for example `2 without a lead`. */
export interface FindingCount {
  readonly text: string
  readonly severity: Severity
}

/** How many findings of each kind there are, errors first; what is no error is counted together. */
export function findingCounts(model: RoleModel, findings: readonly Finding[]): readonly FindingCount[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const kinds = new Map<string, number>()
  for (const finding of errors) {
    const kind = kindOf(model, finding)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const counted = [...kinds].map(([kind, count]): FindingCount => ({ text: `${count} ${kind}`, severity: 'error' }))
  const others = findings.length - errors.length
  return others === 0 ? counted : [...counted, { text: `${others} worth a look`, severity: 'warning' }]
}

function kindOf(model: RoleModel, { ruleId, fix }: Finding): string {
  if (ruleId === 'unowned-responsibility') return 'with nobody to do it'
  const rule = model.rules.find(({ id }) => id === ruleId)
  if (!rule) return 'with a letter of another model'
  const words = wordsOf(letterName(model, rule.letters[0] ?? ''))
  if (fix?.kind === 'settle') return `with two ${words.two}`
  return rule.check === 'requires' ? rule.message.toLocaleLowerCase('en').replace(/\.$/, '') : words.without
}

interface ReadRow {
  readonly id: string
  readonly label: string
  readonly claimants: readonly string[]
  /** What each partner has, in the partners' order. */
  readonly held: readonly (readonly string[])[]
  readonly parties: readonly Party[]
  readonly unknown: readonly { readonly name: string; readonly letters: readonly string[] }[]
  readonly names: ReadonlyMap<string, string>
}

function namesById(parties: readonly Party[]): ReadonlyMap<string, string> {
  return new Map(parties.map(({ id, name }) => [id, name]))
}

function readRow(model: RoleModel, row: RuledRow, parties: readonly Party[], names: ReadonlyMap<string, string>): ReadRow {
  const holder = holderOf(row)
  return {
    id: row.id,
    label: row.label ?? '',
    // A partner that left the roster holds nothing.
    claimants: [...(holder === undefined ? [] : [holder]), ...contestedBy(row)].filter((party) => names.has(party)),
    held: parties.map(({ id }) => lettersOf(row, id, model)),
    parties,
    unknown: parties.map(({ id, name }) => ({ name, letters: unknownLetters(row, id, model) })).filter(({ letters }) => letters.length > 0),
    names,
  }
}

function rowFindings(model: RoleModel, row: ReadRow): Finding[] {
  const broken = model.rules.filter(({ scope }) => scope === 'row').flatMap((rule) => rowFinding(model, rule, row) ?? [])
  const unknown = row.unknown.map(
    ({ name, letters }): Finding => ({
      ruleId: 'unknown-letter',
      severity: 'error',
      dutyId: row.id,
      message: `${name} has “${letters.join('/')}”, which is no letter of ${model.label}.`,
      fix: { kind: 'clear' },
    }),
  )
  const found = [...broken, ...unknown]
  // A row that lacks what its model asks for needs no second sentence that nobody does it.
  const hasError = found.some(({ severity }) => severity === 'error')
  return [...found, ...rowChecks(model, row).filter(({ severity }) => !(hasError && severity === 'error'))]
}

function rowFinding(model: RoleModel, rule: RoleRule, row: ReadRow): Finding | undefined {
  const [letter = ''] = rule.letters
  const holders = holdersIn(row, rule.letters)
  const count = letter === model.once ? row.claimants.length : holders.length
  const value = rule.value ?? 0
  const finding = (message: string, fix?: Fix): Finding => ({
    ruleId: rule.id,
    severity: rule.severity,
    message,
    dutyId: row.id,
    ...(fix ? { fix } : {}),
  })
  const words = wordsOf(letterName(model, letter))
  switch (rule.check) {
    case 'exactly':
      if (count === value) return undefined
      if (count < value) return finding(`${words.none}.`, { kind: 'give', letter })
      return finding(`${spelled(count)} ${words.many}: ${namesOf(letter === model.once ? row.claimants : holders, row)}.`, {
        kind: 'settle',
        letter,
      })
    case 'atLeast':
      return count < value ? finding(count === 0 ? `${words.none}. ${rule.message}` : rule.message, { kind: 'give', letter }) : undefined
    case 'atMost':
      return count > value ? finding(`${count} ${words.adjective}. ${rule.message}`, { kind: 'take', letter }) : undefined
    case 'requires': {
      const lacking = rule.letters.slice(1).find((needed) => !isHeld(row, needed))
      return holders.length > 0 && lacking !== undefined ? finding(rule.message, { kind: 'give', letter: lacking }) : undefined
    }
    case 'differentHolder':
      return row.held.some((letters) => rule.letters.every((each) => letters.includes(each))) ? finding(rule.message) : undefined
    case 'shareAtMost':
    case 'notEmpty':
      return undefined
  }
}

function columnFindings(model: RoleModel, chart: readonly ReadRow[], all: readonly RuledRow[], parties: readonly Party[]): Finding[] {
  const rules = model.rules.filter(({ scope }) => scope === 'column')
  return parties.flatMap((party, place) => {
    const held = chart.map((row) => row.held[place] ?? [])
    const found = rules.flatMap((rule) => columnFinding(rule, held, party, chart.length) ?? [])
    return [...found, ...[hoursFinding(model, all, party), partyCheck(model, party, held)].filter((each) => each !== undefined)]
  })
}

function columnFinding(rule: RoleRule, held: readonly (readonly string[])[], party: Party, rows: number): Finding | undefined {
  const count = held.filter((letters) => rule.letters.some((letter) => letters.includes(letter))).length
  const value = rule.value ?? 0
  const isBroken = rule.check === 'shareAtMost' ? count / rows > value && count > 1 : rule.check === 'notEmpty' ? count < value : false
  if (!isBroken) return undefined
  return { ruleId: rule.id, severity: rule.severity, partyId: party.id, message: rule.message.replace(/^(This|One) partner/, party.name) }
}

function hoursFinding(model: RoleModel, rows: readonly RuledRow[], party: Party): Finding | undefined {
  const load = hoursOf(model, rows, party.id)
  if (party.hoursPerMonth === undefined || load.rows === 0 || party.hoursPerMonth >= load.hours) return undefined
  const has = `${party.name} has ${plural(party.hoursPerMonth, 'hour')} a month`
  const works = plural(load.rows, 'responsibility', 'responsibilities')
  return {
    ruleId: 'hours',
    severity: 'warning',
    partyId: party.id,
    message: load.isSaid ? `${has}; its ${works} ${load.rows === 1 ? 'takes' : 'take'} ${load.hours}.` : `${has} for ${works}.`,
  }
}

function isHeld(row: ReadRow, letter: string): boolean {
  return row.held.some((letters) => letters.includes(letter))
}

/** The partners that have one of these letters. */
function holdersIn({ held, parties }: ReadRow, wanted: readonly string[]): readonly string[] {
  const holders: string[] = []
  for (const [place, letters] of held.entries()) {
    const party = parties[place]
    if (party && letters.some((letter) => wanted.includes(letter))) holders.push(party.id)
  }
  return holders
}

function namesOf(parties: readonly string[], row: ReadRow): string {
  const names = parties.map((party) => row.names.get(party) ?? 'somebody who left')
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}
