import { createHash, randomBytes, randomInt } from 'node:crypto'

/** What only one device knows: 256 bits, in a cookie. */
export function newDeviceToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What a link carries after `#k=`: 128 bits. */
export function newLinkKey(): string {
  return randomBytes(16).toString('base64url')
}

/** Six digits, never starting with 0, so that nobody drops a leading one when reading it aloud. */
export function newJoinCode(): string {
  return String(randomInt(100_000, 1_000_000))
}

/** How a secret is stored. Unsalted is enough: 128 random bits cannot be tried out. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
