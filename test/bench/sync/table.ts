import type { FigureKind, Scenario } from './scenarios/scenario'
import { type ServerName, serverNames } from './servers/server'

/** The medians of a scenario: server -> figure -> value. */
export interface Measured {
  readonly scenario: Scenario
  readonly medians: ReadonlyMap<ServerName, Readonly<Record<string, number>>>
}

/** All figures as one table in Markdown, ours first, with what they must be. */
export function tableOf(measured: readonly Measured[]): string {
  const head = ['scenario', 'figure', ...serverNames, 'must', '']
  return [head, head.map(() => '---'), ...measured.flatMap(rowsOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function rowsOf({ scenario, medians }: Measured): string[][] {
  return Object.entries(scenario.figures).map(([key, kind], index) => {
    const of = (server: ServerName) => medians.get(server)?.[key] ?? Number.NaN
    const cells = serverNames.map((server) => shown(of(server), kind))
    return [index === 0 ? `**${scenario.name}**: ${scenario.title}` : '', kind.label, ...cells, kind.goal?.text ?? '', verdict(kind, of)]
  })
}

function verdict({ goal }: FigureKind, of: (server: ServerName) => number): string {
  const ours = of('convene')
  if (!goal || Number.isNaN(ours)) return ''
  let isComplete = true
  const peer = (server: ServerName) => {
    isComplete &&= !Number.isNaN(of(server))
    return of(server)
  }
  const isMet = goal.isMet(ours, peer)
  if (!isComplete) return ''
  return isMet ? 'met' : 'MISSED'
}

function shown(value: number, { digits = 0 }: FigureKind): string {
  return Number.isNaN(value) ? '-' : value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
