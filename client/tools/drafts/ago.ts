import { dayInWords } from '../../../shared/doc/day'

const minuteMs = 60_000

/** How long ago something was, for example `now`, `4 min`, `3 h`, and after a day its date. */
export function agoInWords(ms: number, atMs: number): string {
  const minutes = Math.floor(ms / minuteMs)
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} h` : dayInWords(atMs)
}
