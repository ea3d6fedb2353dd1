import { frameType, syncType } from '../../shared/sync/frames'

/** The two frames whose safe arrival the server acknowledges. */
export type CountedFrame = 'step2' | 'update'

/**
 * A WebSocket that tells of each SyncStep2 and Update frame it sends.
 *
 * The server's `saved` frame counts exactly these per connection, so counting them where they leave is the only
 * way to know what an acknowledgement covers.
 */
export function countingSocket(Base: typeof WebSocket, sent: (frame: CountedFrame) => void): typeof WebSocket {
  return class extends Base {
    override send(data: string | Blob | BufferSource): void {
      super.send(data)
      const frame = data instanceof Uint8Array ? countedFrame(data) : undefined
      if (frame) sent(frame)
    }
  }
}

/** Frame types are varUints below 128, one byte each. */
function countedFrame(data: Uint8Array): CountedFrame | undefined {
  if (data[0] !== frameType.sync) return undefined
  if (data[1] === syncType.step2) return 'step2'
  return data[1] === syncType.update ? 'update' : undefined
}
