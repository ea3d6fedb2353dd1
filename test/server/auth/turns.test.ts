import { expect, it } from 'vitest'
import { createTurns } from '../../../server/auth/turns'

it('attempts of one address go one after another, also after one that failed; those of others do not wait', async () => {
  const inTurn = createTurns()
  const order: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = inTurn('a', async () => {
    order.push('a1 begins')
    await held
    order.push('a1 fails')
    throw new Error('wrong')
  })
  const second = inTurn('a', async () => order.push('a2'))
  await inTurn('b', async () => order.push('b'))
  release()
  await expect(first).rejects.toThrow('wrong')
  await second
  expect(order).toEqual(['a1 begins', 'b', 'a1 fails', 'a2'])
})
