/** What the two live regions say now, and what they said before. */
export interface Announcements {
  readonly polite: string
  readonly assertive: string
  readonly recent: readonly string[]
}

const othersEveryMs = 10_000
const keptCount = 5

let state: Announcements = { polite: '', assertive: '', recent: [] }
let quiet = false
let waiting: string[] = []
const listeners = new Set<() => void>()

/** Says something at once: the person's own doings, or (assertive) a vote, a move, a lost connection, a refusal. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  // The same words twice in a row must still be a change of the region's text.
  const said = state[urgency] === text ? `${text}\u00a0` : text
  state = { ...state, [urgency]: said, recent: [...state.recent, text].slice(-keptCount) }
  for (const listener of listeners) listener()
}

/** Takes back what is no longer so, where it still stands in the polite region. */
export function unsay(text: string): void {
  if (state.polite !== text && state.polite !== `${text}\u00a0`) return
  state = { ...state, polite: '' }
  for (const listener of listeners) listener()
}

/** Says what others did, gathered: at most one message in 10 s, none while quiet announcements are on. */
export function announceOthers(text: string): void {
  if (quiet) return
  if (waiting.includes(text)) return
  waiting.push(text)
  if (waiting.length === 1) setTimeout(sayWaiting, othersEveryMs)
}

function sayWaiting(): void {
  const words = waiting.join('. ')
  waiting = []
  if (!quiet && words) announce(words)
}

/** Repeats the last five messages, the latest last. */
export function repeatAnnouncements(): void {
  const { recent } = state
  const said = recent.length === 0 ? 'Nothing was announced yet.' : recent.join('. ')
  state = { ...state, polite: state.polite === said ? `${said}\u00a0` : said }
  for (const listener of listeners) listener()
}

/** "Quiet announcements" of the comfort panel. */
export function setQuietAnnouncements(on: boolean): void {
  quiet = on
}

export function subscribeAnnouncements(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function announcements(): Announcements {
  return state
}
