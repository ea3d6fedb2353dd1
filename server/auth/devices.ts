import { timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { WorkshopError } from '../../shared/http/problem'
import { limits } from '../../shared/sync/limits'
import { problem } from '../../shared/workshop/problems'
import type { DevicePorts } from '../workshop/routes'
import { clientAddress } from './client-address'
import { deviceCookie, readDeviceToken } from './cookie'
import type { Guesses } from './guesses'
import { isLoopback } from './own-origin'
import { newDeviceToken } from './secrets'
import { createTurns } from './turns'

export interface DeviceSettings {
  readonly secure: boolean
  readonly proxyHops: number
  readonly createKey: string | undefined
}

/** Cookies, addresses and limits of a request. */
export function createDevices({ secure, proxyHops, createKey }: DeviceSettings, guesses: Guesses): DevicePorts {
  const creations = new RateLimiterMemory({ points: limits.workshopsPerHour, duration: 60 * 60 })
  const inTurn = createTurns()
  const tokenOf = (http: Context) => readDeviceToken(http.req.header('cookie'), secure)

  async function counted<T>(address: string, attempt: () => Promise<T>): Promise<T> {
    await guesses.admit(address)
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof WorkshopError && isWrongSecret(error.code)) await guesses.wrong(address)
      throw error
    }
  }

  return {
    tokenOf,
    giveToken(http) {
      const token = tokenOf(http) ?? newDeviceToken()
      http.header('set-cookie', deviceCookie(token, secure), { append: true })
      return token
    },
    guarded: (http, attempt) => counted(addressOf(http, proxyHops), attempt),
    guardedInTurn(http, attempt) {
      const address = addressOf(http, proxyHops)
      return inTurn(address, () => counted(address, attempt))
    },
    admitted: (http) => guesses.right(addressOf(http, proxyHops)),
    async admitCreation(http, given) {
      const address = addressOf(http, proxyHops)
      if (createKey !== undefined && !sameSecret(createKey, given ?? '')) {
        await guesses.admit(address)
        await guesses.wrong(address)
        throw problem('workshop/create-key')
      }
      if (isLoopback(address)) return
      await creations.consume(address).catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) throw refused
        throw problem('request/too-many', { seconds: Math.ceil(refused.msBeforeNext / 1000) })
      })
    },
  }
}

/** The address of a request, for limits only. */
export function addressOf(http: Context, proxyHops: number): string {
  // Requests handed to the app without a socket (in tests) have no connection to ask.
  const remote = http.env?.incoming ? getConnInfo(http).remote.address : '127.0.0.1'
  return clientAddress(remote, http.req.header('x-forwarded-for'), proxyHops)
}

function isWrongSecret(code: string): boolean {
  return code.startsWith('join/unknown-') || code === 'join/wrong-passphrase'
}

function sameSecret(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
