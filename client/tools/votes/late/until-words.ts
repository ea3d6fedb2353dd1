/** The last moment for an answer, in the reader's own words and time zone, for example `Friday 4 December at 23:59`. */
export function untilWords(ms: number): string {
  return new Date(ms).toLocaleString(undefined, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
}
