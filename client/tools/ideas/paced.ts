import type * as Y from 'yjs'
import { limits } from '../../../shared/sync/limits'

/** Applies steps one after another, no faster than the server takes them, letting the screen follow in between. */
export async function paced<T>(doc: Y.Doc, steps: readonly T[], apply: (step: T) => void): Promise<void> {
  let free = limits.updateBytesBurst * 0.6
  for (const [index, step] of steps.entries()) {
    const bytes = bytesOf(doc, () => apply(step))
    free -= bytes
    if (index === steps.length - 1) return
    const waitMs = free > 0 ? 60 : (bytes / limits.updateBytesPerSecond) * 1_200
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}

function bytesOf(doc: Y.Doc, run: () => void): number {
  let bytes = 0
  const count = (update: Uint8Array) => {
    bytes += update.byteLength
  }
  doc.on('update', count)
  run()
  doc.off('update', count)
  return bytes
}
