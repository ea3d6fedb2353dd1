/** The day so many days after a moment, in the reader's own time zone, as a date field has it: `2026-12-04`. */
export function daysFrom(ms: number, days: number): string {
  const moment = new Date(ms)
  const day = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
