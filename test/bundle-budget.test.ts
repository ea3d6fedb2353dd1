import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

let folder: string
let manifest: Readonly<Record<string, Chunk>>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'convene-bundle-'))
  // In a process of its own, since a test runner's environment makes another build.
  const { VITEST: _runner, NODE_ENV: _mode, ...env } = process.env
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', folder, '--logLevel', 'error'], {
    cwd: root,
    env,
  })
  manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The scripts that must be here before these modules can run, gzipped, in KB of 1 000 bytes. */
function weightOf(...modules: readonly string[]): number {
  const needed = new Set<string>()
  function need(key: string) {
    if (needed.has(key)) return
    needed.add(key)
    for (const imported of manifest[key]?.imports ?? []) need(imported)
  }
  for (const module of modules) {
    if (!manifest[module]) throw new Error(`the build has no ${module}`)
    need(module)
  }
  const files = [...needed].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'))
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1_000
}

/** Every module of the build whose scripts these ones need before they can run. */
function chunksOf(...modules: readonly string[]): string {
  const seen = new Set<string>()
  const need = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    manifest[key]?.imports?.forEach(need)
  }
  modules.forEach(need)
  return [...seen].map((key) => readFileSync(join(folder, manifest[key]?.file ?? ''), 'utf8')).join('\n')
}

const page = ['index.html', 'start.tsx']
const joinPage = 'app/join/JoinPage.tsx'
const workshop = 'app/workshop/WorkshopPage.tsx'
const ballot = 'tools/votes/VotesStage.tsx'
const copies = 'sync/local-copy.ts'

describe('what a phone must load', () => {
  it('for the join page is at most 130 KB of script', () => {
    expect(weightOf(...page, joinPage)).toBeLessThanOrEqual(130)
  })

  // The documents' copies on this device are looked up before the first connection, so they count.
  it('for a ballot is at most 130 KB of script', () => {
    expect(weightOf(...page, workshop, ballot, copies)).toBeLessThanOrEqual(130)
  })

  it('never holds the editor', () => {
    expect(chunksOf(...page, joinPage, workshop, ballot, copies)).not.toContain('ProseMirror')
  })
})
