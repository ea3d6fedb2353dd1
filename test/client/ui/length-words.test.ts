import { expect, it } from 'vitest'
import { lengthProblem } from '../../../client/ui/length-words'

it('a text that is too long is told its limit and its length; spaces around it do not count', () => {
  expect(lengthProblem(` ${'x'.repeat(200)} `, 200)).toBeUndefined()
  expect(lengthProblem('x'.repeat(213), 200)).toBe('At most 200 characters, and this has 213.')
})
