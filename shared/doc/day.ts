/** A day by UTC, so that every export of the same wording reads the same wherever it is made. */
export function dayInWords(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atMs)
}
