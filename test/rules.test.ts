import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** `PREFIX-n` of every numbered rule in the tools' RULES.md files. */
function writtenRules(): string[] {
  return readdirSync(join(root, 'shared/tools'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => ruleNumbers(readFileSync(join(root, 'shared/tools', entry.name, 'RULES.md'), 'utf8'), /\*\*([A-Z]+-\d+)\*\*/g))
}

/** `PREFIX-n` of every `[PREFIX-n]` in a test's name. */
function testedRules(): string[] {
  return ['test', 'e2e'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
      .flatMap((entry) => ruleNumbers(readFileSync(join(entry.parentPath, entry.name), 'utf8'), /\[([A-Z]+-\d+)\]/g)),
  )
}

function ruleNumbers(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

describe('the numbered rules', () => {
  const written = writtenRules()
  const tested = new Set(testedRules())

  it('are numbered once', () => {
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter((rule, index) => written.indexOf(rule) !== index)).toEqual([])
  })

  it('each have a test that names them', () => {
    expect(written.filter((rule) => !tested.has(rule))).toEqual([])
  })

  it('exist for every rule that a test names', () => {
    const prefixes = new Set(written.map((rule) => rule.split('-')[0]))
    expect([...tested].filter((rule) => prefixes.has(rule.split('-')[0]) && !written.includes(rule))).toEqual([])
  })
})
