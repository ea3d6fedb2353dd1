import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const saltBytes = 16
const hashBytes = 32

/** How a passphrase is stored: salt and scrypt hash, since people choose words that could be tried out. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await stretch(passphrase, salt)
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`
}

/** Whether a passphrase is the stored one. Capitals and extra spaces do not count: phones put them in by themselves. */
export async function isPassphrase(given: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('.')
  return timingSafeEqual(Buffer.from(hash, 'base64url'), await stretch(given, Buffer.from(salt, 'base64url')))
}

function stretch(passphrase: string, salt: Buffer): Promise<Buffer> {
  const plain = passphrase.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  return new Promise((resolve, reject) => scrypt(plain, salt, hashBytes, (fault, hash) => (fault ? reject(fault) : resolve(hash))))
}
