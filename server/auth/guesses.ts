import { setTimeout as wait } from 'node:timers/promises'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { limits } from '../../shared/sync/limits'
import { problem } from '../../shared/workshop/problems'

/** Counts wrong codes, link keys and passphrases. Source: THREATS I18 and section 6. */
export interface Guesses {
  /** @throws WorkshopError `request/too-many` when this address, or the whole world, guessed too often */
  admit(address: string): Promise<void>
  wrong(address: string): Promise<void>
  /** The address brought somebody in: a room shares one address, so from now on it is slowed, not blocked. */
  right(address: string): void
}

const slowedMs = 1_500
const knownForMs = 12 * 60 * 60 * 1000

/** One process's counters, in memory. */
export function createGuesses(now: () => number = Date.now): Guesses {
  const perAddress = new RateLimiterMemory({ points: limits.badSecretsPerMinute, duration: 60 })
  const perAddressLong = new RateLimiterMemory({ points: limits.badSecretsPerMinute * 10, duration: 60 * 60, blockDuration: 10 * 60 })
  const everywhere = new RateLimiterMemory({ points: limits.badSecretsPerMinute * 30, duration: 60 })
  const known = new Map<string, number>()

  function isKnown(address: string): boolean {
    const until = known.get(address)
    if (until === undefined) return false
    if (until > now()) return true
    known.delete(address)
    return false
  }

  return {
    async admit(address) {
      const spent = [await perAddress.get(address), await perAddressLong.get(address), await everywhere.get('all')]
      const over = spent.filter((state): state is RateLimiterRes => state !== null && state.remainingPoints <= 0)
      if (over.length === 0) return
      if (isKnown(address)) {
        await wait(slowedMs)
        return
      }
      const seconds = Math.ceil(Math.max(...over.map((state) => state.msBeforeNext)) / 1000)
      throw problem('request/too-many', { seconds })
    },
    async wrong(address) {
      // A rejection only says that the limit is reached; admit() refuses the next one.
      await Promise.allSettled([perAddress.consume(address), perAddressLong.consume(address), everywhere.consume('all')])
    },
    right(address) {
      known.set(address, now() + knownForMs)
    },
  }
}
