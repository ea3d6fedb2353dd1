import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

/** Lower-case hex SHA-256 of a text in UTF-8. Synchronous, since `crypto.subtle` is absent on plain http. */
export function sha256Hex(text: string): string {
  return toHexString(digest(encodeUtf8(text)))
}
