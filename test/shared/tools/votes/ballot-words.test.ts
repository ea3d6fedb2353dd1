import { expect, it } from 'vitest'
import { allocationInWords } from '../../../../shared/tools/votes/ballot-words'
import type { Method } from '../../../../shared/tools/votes/methods'

const options = ['Intake', 'Council', 'Transport'].map((label, place) => ({ id: `opt_${place}` as const, label }))

it.each([
  ['dots', { opt_0: 2, opt_2: 1 }, 'Intake 2, Transport 1'],
  ['approval', { opt_0: 1, opt_1: 1 }, 'Intake, Council'],
  ['rank', { opt_0: 2, opt_1: 1 }, '1. Council, 2. Intake'],
  ['matrix', { opt_1: 84 }, 'Council with impact 8 and effort 4'],
  ['majority', {}, 'nothing'],
] as const satisfies readonly (readonly [Method, Record<string, number>, string])[])(
  'a ballot of %s reads as its method has it',
  (method, allocation, words) => {
    expect(allocationInWords({ method, options }, allocation)).toBe(words)
  },
)
