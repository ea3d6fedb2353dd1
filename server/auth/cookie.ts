import { limits } from '../../shared/sync/limits'

/** `__Host-` binds the cookie to this very host over https; a room's plain http network cannot have it. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-convene' : 'convene'
}

/** The device token in a `Cookie` header; undefined when there is none of the right shape. */
export function readDeviceToken(header: string | undefined | null, secure: boolean): string | undefined {
  const name = cookieName(secure)
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 0 || pair.slice(0, at).trim() !== name) continue
    const value = pair.slice(at + 1).trim()
    return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
  }
  return undefined
}

/** The `Set-Cookie` header that gives a device its token for another 180 days. */
export function deviceCookie(token: string, secure: boolean): string {
  const maxAge = limits.deviceTokenDays * 24 * 60 * 60
  return `${cookieName(secure)}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
