import { describe, expect, it } from 'vitest'
import { createGuesses } from '../../../server/auth/guesses'
import { limits } from '../../../shared/sync/limits'

async function guessWrong(guesses: ReturnType<typeof createGuesses>, address: string, times: number): Promise<void> {
  for (let index = 0; index < times; index++) {
    await guesses.admit(address)
    await guesses.wrong(address)
  }
}

describe('wrong codes and keys', () => {
  it('are taken up to the limit and refused after it, with how long to wait', async () => {
    const guesses = createGuesses()
    await guessWrong(guesses, '10.0.0.1', limits.badSecretsPerMinute)
    await expect(guesses.admit('10.0.0.1')).rejects.toMatchObject({ code: 'request/too-many', data: { seconds: expect.any(Number) } })
  })

  it('count for their own address only', async () => {
    const guesses = createGuesses()
    await guessWrong(guesses, '10.0.0.1', limits.badSecretsPerMinute)
    await expect(guesses.admit('10.0.0.2')).resolves.toBeUndefined()
  })

  it('slow an address that has admitted people, and never block it', async () => {
    const guesses = createGuesses()
    guesses.right('10.0.0.1')
    await guessWrong(guesses, '10.0.0.1', limits.badSecretsPerMinute)
    const before = performance.now()
    await guesses.admit('10.0.0.1')
    expect(performance.now() - before).toBeGreaterThan(500)
  })

  it('are limited in total, however many addresses they come from', async () => {
    const guesses = createGuesses()
    for (let index = 0; index < limits.badSecretsPerMinute * 30; index++) await guesses.wrong(`10.0.${index >> 8}.${index & 255}`)
    await expect(guesses.admit('10.9.9.9')).rejects.toMatchObject({ code: 'request/too-many' })
  })
})
