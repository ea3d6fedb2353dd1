/**
 * The address a request came from, for limits. Behind `hops` trusted proxies it is the entry that the outermost
 * of them wrote; anything further left was written by the client and is not believed.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined | null, hops: number): string {
  const direct = normal(remote ?? 'unknown')
  if (hops === 0 || !forwardedFor) return direct
  const chain = forwardedFor.split(',').map((part) => part.trim())
  return normal(chain[Math.max(0, chain.length - hops)] || direct)
}

/** One spelling per address; an IPv6 customer holds a whole /64, so that is what is counted. */
function normal(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':') || plain === '::1') return plain
  return `${plain.split(':').slice(0, 4).join(':')}::/64`
}
