/** A moment in the reader's own words and time zone, for example `Monday 23 November at 14:05`. */
export function momentWords(ms: number): string {
  return new Date(ms).toLocaleString(undefined, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
}

/** The same, short: for the end of a line. */
export function shortMoment(ms: number): string {
  return new Date(ms).toLocaleString(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
}
