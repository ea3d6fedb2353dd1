import { allKinds, type Choice, confidences, fundingStarters, gapKinds, populationStarters, serviceModels } from './catalogue'
import type { ServiceFields } from './schema'

interface ColumnOf<Key extends string> {
  readonly key: Key
  /** Its header in a file. */
  readonly title: string
  readonly label: string
  /** Other headers that mean it. */
  readonly also?: readonly string[]
  readonly choices?: readonly Choice[]
}

/** Cells that hold one thing to choose from. */
export const choiceColumns = [
  { key: 'kind', title: 'kind', label: 'Kind of service', also: ['type'], choices: allKinds },
  { key: 'model', title: 'delivery', label: 'How it is delivered', also: ['service model', 'model'], choices: serviceModels },
  { key: 'gap', title: 'gap', label: 'What is missing', choices: gapKinds },
  { key: 'confidence', title: 'confidence', label: 'How sure', also: ['confirmed'], choices: confidences },
] as const satisfies readonly ColumnOf<keyof ServiceFields>[]

/** Cells that hold several things, parted by semicolons. */
export const listColumns = [
  { key: 'populations', title: 'populations', label: 'For whom', also: ['population', 'for', 'serves'], choices: populationStarters },
  { key: 'funding', title: 'funding', label: 'What pays for it', also: ['funding stream', 'money'], choices: fundingStarters },
] as const satisfies readonly ColumnOf<keyof ServiceFields>[]

export const numberColumns = [
  { key: 'capacityPerYear', title: 'places_per_year', label: 'Places a year', also: ['capacity', 'places', 'capacity per year'] },
  { key: 'servedLastYear', title: 'served_last_year', label: 'Served last year', also: ['served'] },
  { key: 'waitWeeks', title: 'wait_weeks', label: 'Wait in weeks', also: ['wait'] },
] as const satisfies readonly ColumnOf<keyof ServiceFields>[]

export const lineColumns = [
  { key: 'area', title: 'area', label: 'Where', also: ['place', 'where'] },
  { key: 'measure', title: 'measure', label: 'Counts as success', also: ['measures'] },
] as const satisfies readonly ColumnOf<keyof ServiceFields>[]

export const dayColumn = { key: 'fundingEndsOn', title: 'funding_ends', label: 'Money until', also: ['ends', 'until'] } as const

/** What a service is, without which a line is none. */
export const wayColumns = [
  { key: 'stage', title: 'stage', label: 'Stage', also: ['step'] },
  { key: 'partner', title: 'partner', label: 'Partner', also: ['provider', 'organisation', 'organization', 'agency'] },
  { key: 'label', title: 'service', label: 'Service', also: ['name', 'program', 'programme'] },
] as const satisfies readonly ColumnOf<string>[]

/** Everything that a column of a file may mean, in the order of an export. */
export const allColumns: readonly ColumnOf<string>[] = [
  ...wayColumns,
  ...choiceColumns,
  ...listColumns,
  dayColumn,
  ...lineColumns,
  ...numberColumns,
]
