/** Writes one measured line under the test that measured it. */
export function figures(title: string, values: Readonly<Record<string, number | string>>): void {
  const said = Object.entries(values).map(([name, value]) => `${name} ${typeof value === 'number' ? Math.round(value * 100) / 100 : value}`)
  process.stdout.write(`${title}: ${said.join(', ')}\n`)
}

/** The value below which so many of them lie; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
