export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** When something is due, by the clock: a late turn does not shift those after it. */
export interface Rhythm {
  readonly everyMs: number
  /** How often; until `signal` when absent. */
  readonly count?: number
  /** When the first turn is due, so that many can be spread over one interval. */
  readonly offsetMs?: number
  readonly signal?: AbortSignal
}

/** Calls `act` in a rhythm; resolves after the last turn. */
export async function repeat({ everyMs, count, offsetMs = 0, signal }: Rhythm, act: (turn: number) => void): Promise<void> {
  const started = performance.now() + offsetMs
  for (let turn = 0; count === undefined || turn < count; turn++) {
    const waitMs = started + turn * everyMs - performance.now()
    if (waitMs > 0) await pause(waitMs)
    if (signal?.aborted) return
    act(turn)
  }
}
