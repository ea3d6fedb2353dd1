/** A day by UTC, so that every export of the same wording reads the same wherever it is made. */
export function dayInWords(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atMs)
}

/** The calendar day here at a moment, `2026-11-23`. */
export function localDay(atMs: number): string {
  const at = new Date(atMs)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** A calendar day such as `2026-11-23`, in words. */
export function calendarDayInWords(day: string): string {
  return dayInWords(Date.parse(`${day}T00:00:00Z`))
}
