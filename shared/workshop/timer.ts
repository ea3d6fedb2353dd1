import type { Timer } from './schema'

/** What a timer shows at a moment of the server's clock. */
export type TimerReading =
  | { readonly state: 'none' }
  | { readonly state: 'running' | 'last-minute' | 'paused'; readonly leftMs: number; readonly words: string }
  | { readonly state: 'over'; readonly overMs: number; readonly words: string }

/** Reads a timer. The last minute begins at 60 s left; past zero it counts up: `+0:42 over`. */
export function readTimer(timer: Timer, nowMs: number): TimerReading {
  if (timer.state === 'none') return { state: 'none' }
  if (timer.state === 'paused') return { state: 'paused', leftMs: timer.remainingMs, words: clockWords(timer.remainingMs) }
  const leftMs = timer.endsAtMs - nowMs
  if (leftMs < 0) return { state: 'over', overMs: -leftMs, words: `+${clockWords(-leftMs, 'down')} over` }
  return { state: leftMs <= 60_000 ? 'last-minute' : 'running', leftMs, words: clockWords(leftMs) }
}

/** `9:05`, `1:02:00`. What is left rounds up, so that a fresh ten minutes reads 10:00. */
function clockWords(ms: number, rounding: 'up' | 'down' = 'up'): string {
  const seconds = rounding === 'up' ? Math.ceil(ms / 1000) : Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}
