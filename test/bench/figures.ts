/** One measured figure, with the target it is held against. */
export interface Figure {
  readonly what: string
  readonly measured: string
  readonly target: string
  readonly met: boolean
}

/** The value below which `share` of the samples lie. Nearest rank; samples must not be empty. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}

/** Prints figures as a table that reads well in a terminal and in Markdown. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n## ${title}\n\n| figure | measured | target | |\n| --- | --- | --- | --- |`)
  for (const { what, measured, target, met } of figures) console.log(`| ${what} | ${measured} | ${target} | ${met ? 'met' : 'MISSED'} |`)
}
