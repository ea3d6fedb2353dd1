import { problem } from '../../../shared/tools/document/problems'

/** Lets at most `most` tasks of one workshop run at once. */
export function createSlots(most: number) {
  const running = new Map<string, number>()

  /** @throws WorkshopError `export/busy` when the workshop's slots are taken */
  return async function inSlot<T>(workshopId: string, task: () => Promise<T>): Promise<T> {
    const count = running.get(workshopId) ?? 0
    if (count >= most) throw problem('export/busy')
    running.set(workshopId, count + 1)
    try {
      return await task()
    } finally {
      const left = (running.get(workshopId) ?? 1) - 1
      if (left === 0) running.delete(workshopId)
      else running.set(workshopId, left)
    }
  }
}
