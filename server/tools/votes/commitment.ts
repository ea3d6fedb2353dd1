import { createHash } from 'node:crypto'
import { committedText } from '../../../shared/tools/votes/choice'

// No 0 O 1 I L: a receipt is read from a screen and typed.
const receiptAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A random code that finds one ballot in the published list, for example `K7QF-2M9X-HT4D` (59 bits). */
export function newReceipt(): string {
  const letters = randomLetters(12)
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-')
}

/** 128 random bits in hex; without it a commitment says nothing about the choice. */
export function newSalt(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')
}

/** What the ledger keeps of a ballot: it proves the choice to whoever has salt and receipt, and reveals it to nobody else. */
export function commitmentOf(salt: string, receipt: string, choice: unknown): string {
  return sha256Hex(committedText(salt, receipt, choice))
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function randomLetters(count: number): string {
  let letters = ''
  const limit = 256 - (256 % receiptAlphabet.length)
  while (letters.length < count) {
    for (const byte of crypto.getRandomValues(new Uint8Array(count))) {
      // Bytes above the last whole multiple would favour the first letters.
      if (byte < limit && letters.length < count) letters += receiptAlphabet[byte % receiptAlphabet.length]
    }
  }
  return letters
}
