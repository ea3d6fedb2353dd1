import type { ReactNode } from 'react'
import type { OptionResult, Round } from '../../../../shared/tools/votes/schema'
import { Bar, Breadth, Spread } from './cells'
import { barShare, type CountedResult, measureAsFigure, measureHeads, measureOf, oneDecimal } from './measure'

/** One column of a table of results. */
export interface ResultColumn {
  readonly head: string
  readonly kind: 'bar' | 'number' | 'spread' | 'organisations'
  /** What stands behind the figure on a phone, where columns have no heads. */
  readonly words: (option: OptionResult) => string
  readonly cell: (option: OptionResult) => ReactNode
}

/** What a method's results say of every option, beside its rank and name. */
export function columnsOf(round: Round, result: CountedResult): readonly ResultColumn[] {
  return [...methodColumns(round, result), ...breadthColumns(result)]
}

function methodColumns(round: Round, result: CountedResult): readonly ResultColumn[] {
  const bar = barColumn(round, result)
  switch (round.method) {
    case 'approval':
    case 'majority':
      return [bar, ofVoters(result)]
    case 'score':
      return [bar, { ...number('Mean', ({ mean }) => mean), words: () => 'on average' }, ...spreadColumns(result), people]
    case 'rank':
      return [
        bar,
        { ...number('First choices', ({ dots }) => dots, 0), words: one('first choice', 'first choices') },
        { ...people, head: 'Ranked by' },
      ]
    case 'matrix':
      return [
        { ...number('Impact', ({ mean }) => mean), words: () => 'impact' },
        { ...number('Effort', ({ meanEffort }) => meanEffort), words: () => 'effort' },
        { ...bar, kind: 'number', cell: (option) => measureAsFigure('matrix', result, option), words: () => 'impact less effort' },
        people,
      ]
    default:
      return [bar, people]
  }
}

function barColumn({ method }: Round, result: CountedResult): ResultColumn {
  const most = Math.max(1, ...result.options.map(({ dots }) => dots))
  return {
    head: measureHeads[method] ?? 'Count',
    kind: 'bar',
    words: (option) => barWords[method]?.[measureOf(method, result, option) === 1 ? 0 : 1] ?? '',
    cell: (option) => (
      <span className="votes-bar">
        <Bar share={barShare(method, result, option)} {...(method === 'dots' ? { dots: option.dots, most } : {})} />
        <b>{measureAsFigure(method, result, option)}</b>
      </span>
    ),
  }
}

/** Of one and of several. Dots are drawn, so that they need no word. */
const barWords: Partial<Record<Round['method'], readonly [string, string]>> = {
  approval: ['approval', 'approvals'],
  score: ['in total', 'in total'],
  rank: ['vote in the last count', 'votes in the last count'],
  budget: ['unit', 'units'],
  majority: ['vote', 'votes'],
}

const people: ResultColumn = {
  head: 'People',
  kind: 'number',
  words: (option) => (option.people === 1 ? 'person' : 'people'),
  cell: (option) => option.people,
}

/** Where everybody has one voice for an option, its people are its count: what is worth saying is of how many. */
function ofVoters({ voters }: CountedResult): ResultColumn {
  return {
    head: 'Share',
    kind: 'number',
    words: () => 'of those who voted',
    cell: (option) => (voters === 0 ? '–' : `${Math.round((option.people / voters) * 100)}%`),
  }
}

function spreadColumns({ options }: CountedResult): readonly ResultColumn[] {
  if (options.every(({ spread }) => spread === undefined)) return []
  return [{ head: 'Scores 1 to 5', kind: 'spread', words: () => '', cell: ({ spread }) => (spread ? <Spread spread={spread} /> : null) }]
}

function breadthColumns({ organisations: all = 0, options }: CountedResult): readonly ResultColumn[] {
  if (all === 0 || options.every(({ organisations }) => organisations === undefined)) return []
  return [
    {
      head: 'Organisations',
      kind: 'organisations',
      words: () => (all === 1 ? 'organisation' : 'organisations'),
      cell: ({ organisations = 0 }) => <Breadth organisations={organisations} all={all} />,
    },
  ]
}

function number(head: string, value: (option: OptionResult) => number | undefined, decimals: 0 | 1 = 1): Omit<ResultColumn, 'words'> {
  return {
    head,
    kind: 'number',
    cell(option) {
      const known = value(option)
      if (known === undefined) return '–'
      return decimals === 0 ? known : oneDecimal(known)
    },
  }
}

function one(singular: string, plural: string): (option: OptionResult) => string {
  return ({ dots }) => (dots === 1 ? singular : plural)
}
