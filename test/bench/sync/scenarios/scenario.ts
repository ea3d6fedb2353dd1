import type { BenchServer, ServerName, StartOptions } from '../servers/server'

/** One thing that is measured on every server that can do it. */
export interface Scenario<Key extends string = string> {
  /** What one types to run it alone. */
  readonly name: string
  readonly title: string
  readonly servers: readonly ServerName[]
  readonly start?: StartOptions
  readonly figures: Readonly<Record<Key, FigureKind>>
  /** @throws when the run cannot be trusted, for example because an edit did not arrive */
  run(server: BenchServer, scale: Scale): Promise<Readonly<Record<Key, number>>>
}

/** How one figure is shown, and what ours must be. */
export interface FigureKind {
  readonly label: string
  readonly digits?: number
  readonly goal?: Goal
}

/** What a figure of ours is held against; `peer` reads the same figure of another server. */
export interface Goal {
  readonly text: string
  isMet(ours: number, peer: (name: ServerName) => number): boolean
}

/** Quick runs are for those who write scenarios; their figures are no evidence. */
export interface Scale {
  readonly isQuick: boolean
}

export function atMost(limit: number, unit: string): Goal {
  return { text: `<= ${limit} ${unit}`, isMet: (ours) => ours <= limit }
}
