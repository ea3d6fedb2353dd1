/** A moment in the reader's own words and time zone, for example `23 Nov, 14:05`. */
export function timeWords(ms: number): string {
  return new Date(ms).toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
}

/** The end of a day as a date field gives it (`2026-11-23`), in the reader's own time zone; milliseconds since the epoch. */
export function endOfDay(day: string): number {
  return new Date(`${day}T23:59:59.999`).getTime()
}
