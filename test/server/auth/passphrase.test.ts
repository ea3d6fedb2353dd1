import { describe, expect, it } from 'vitest'
import { hashPassphrase, isPassphrase } from '../../../server/auth/passphrase'

describe('a passphrase', () => {
  it('is stored salted, so that two alike look different and neither shows the words', async () => {
    const [first, second] = [await hashPassphrase('river stone'), await hashPassphrase('river stone')]
    expect(first).not.toBe(second)
    expect(first).not.toContain('river')
    expect(await isPassphrase('river stone', first)).toBe(true)
    expect(await isPassphrase('river stone', second)).toBe(true)
  })

  it.each(['River Stone', '  river   stone ', 'RIVER STONE'])('is met by %j, as a phone may write it', async (given) => {
    expect(await isPassphrase(given, await hashPassphrase('river stone'))).toBe(true)
  })

  it.each(['riverstone', 'river stones', ''])('is not met by %j', async (given) => {
    expect(await isPassphrase(given, await hashPassphrase('river stone'))).toBe(false)
  })
})
