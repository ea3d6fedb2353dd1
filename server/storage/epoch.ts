/** The epoch of a document that nobody restored. */
export const firstEpoch = 1

/** The next epoch: it follows the clock, so that none is ever used twice, not even after an older database was put back. */
export function epochAfter(epoch: number, nowMs: number): number {
  return Math.max(epoch + 1, Math.floor(nowMs / 1000))
}
