import { limits } from '../sync/limits'

const schemes = ['http:', 'https:', 'mailto:']

/**
 * The address if a link may lead there, else undefined: absolute http, https or mailto, within the length limit.
 *
 * Browsers drop tabs and line ends inside an address, so `java\nscript:` is read as they would read it.
 */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string' || href.length > limits.linkLength) return undefined
  const url = parsed(href)
  return url && schemes.includes(url.protocol) ? url.href : undefined
}

function parsed(href: string): URL | undefined {
  try {
    return new URL(href)
  } catch {
    return undefined // Not absolute, or not an address at all: no link either way.
  }
}
