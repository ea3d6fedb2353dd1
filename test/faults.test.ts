import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faults } from './faults/all'
import { planted, sourceOf } from './faults/garden'

describe('the faults that `npm run faults` plants', () => {
  it('are at least thirty, each another one', () => {
    expect(faults.length).toBeGreaterThanOrEqual(30)
    expect(new Set(faults.map(({ what }) => what)).size).toBe(faults.length)
  })

  it.each(faults.map((fault) => [fault.what, fault] as const))('have their place in the sources as they are: %s', (_what, fault) => {
    expect(planted(fault, sourceOf(fault))).not.toBe(sourceOf(fault))
    for (const test of fault.tests) expect(existsSync(join(import.meta.dirname, `${test}.test.ts`)), test).toBe(true)
  })
})
