import { describe, expect, it } from 'vitest'
import { ServerClock } from '../../../client/sync/clock'

describe("the server's clock", () => {
  it('takes half the way there and back off, and runs on by itself', () => {
    let monotonicMs = 1_000
    const clock = new ServerClock(() => monotonicMs)
    const sentAtMs = clock.mark()
    monotonicMs += 200
    clock.set(5_000_000, sentAtMs)
    expect(clock.now()).toBe(5_000_100)
    monotonicMs += 60_000
    expect(clock.now()).toBe(5_060_100)
  })
})
