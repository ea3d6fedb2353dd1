import { describe, expect, it } from 'vitest'
import source from '../../../shared/content/decision-methods.json' with { type: 'json' }
import { budgetOf } from '../../../shared/tools/votes/allocation'
import { levelsOf } from '../../../shared/tools/votes/levels'
import { isAgreement, methods } from '../../../shared/tools/votes/methods'
import { fewestSecretBallots } from '../../../shared/tools/votes/secrecy'

const entries = new Map(source.methods.map((entry) => [entry.id, entry]))

function parameter(id: string, key: string): unknown {
  return entries.get(id)?.parameters.find((each) => each.key === key)?.default
}

describe('the ways to decide', () => {
  it('have an entry each, and only those', () => {
    expect([...entries.keys()].sort()).toEqual([...methods].sort())
    for (const { method } of source.choosing) expect(methods).toContain(method)
  })

  it('name only sources that are listed', () => {
    const listed = new Set(source.sources.map(({ id }) => id))
    const named = source.methods.flatMap((entry) => ('sources' in entry ? (entry.sources ?? []) : []))
    expect(named.length).toBeGreaterThan(8)
    for (const id of named) expect(listed).toContain(id)
  })

  it('give the numbers that votes begin with', () => {
    expect(budgetOf('budget', 4, {}).dots).toBe(parameter('budget', 'unitsPerPerson'))
    expect(budgetOf('score', 1, {}).maxPerOption).toBe((parameter('score', 'scale') as number[])[1])
    expect(parameter('score', 'polarisedAbove')).toBe(0.3)
    expect(source.secretRounds).toMatchObject({ totalsFrom: fewestSecretBallots, singleBallotsFrom: 5, smallestCell: 3 })
  })

  it('have the answers that checks offer', () => {
    for (const method of methods) {
      if (!isAgreement(method)) continue
      const entry = entries.get(method)
      const answers = [...(entry?.levels ?? []), ...(entry?.answers ?? [])].map((level) => ('value' in level ? level.value : level.id))
      const offered = new Set<string | number>(levelsOf[method].map(({ answer }) => answer))
      for (const answer of answers) expect(offered, method).toContain(answer)
    }
  })
})
