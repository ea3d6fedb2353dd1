import type { MiddlewareHandler } from 'hono'

/** Exactly the policy of THREATS I20: nothing inline, nothing foreign. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Headers of every answer. COOP and HSTS would break a room's plain http network, so they wait for https. */
export function securityHeaders(https: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentSecurityPolicy)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    headers.set('cross-origin-resource-policy', 'same-origin')
    if (https) {
      headers.set('cross-origin-opener-policy', 'same-origin')
      headers.set('strict-transport-security', 'max-age=31536000')
    }
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}
