import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Fault } from './fault'

const root = path.join(import.meta.dirname, '..', '..')
const copied = ['server', 'shared', 'test', 'package.json', 'tsconfig.json', 'vite.config.ts']
/** One that a fault sends round in circles is noticed too. */
const runMs = 180_000

/** How a run of tests ended: `broken` when it failed without a test that failed. */
export type Outcome = 'passed' | 'failed' | 'broken'

/** The file with the fault in it. @throws Error when its place is not there, or there more than once */
export function planted(fault: Fault, source: string): string {
  const parts = source.split(fault.from)
  if (parts.length !== 2) throw new Error(`“${fault.what}”: ${fault.file} has its place ${parts.length - 1} times, not once`)
  return parts.join(fault.to)
}

/** A source file of the project as it is now. */
export function sourceOf({ file }: Fault): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** A copy of the sources in which faults are planted one after another. The project itself is never touched. */
export class Garden {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'convene-faults-'))

  constructor() {
    for (const name of copied) cpSync(path.join(root, name), path.join(this.#folder, name), { recursive: true })
    symlinkSync(path.join(root, 'node_modules'), path.join(this.#folder, 'node_modules'))
  }

  /** Runs the fault's tests with the fault, and takes it out again. */
  async try(fault: Fault): Promise<Outcome> {
    const file = path.join(this.#folder, fault.file)
    const sound = readFileSync(file, 'utf8')
    writeFileSync(file, planted(fault, sound))
    const outcome = await this.run(fault.tests)
    writeFileSync(file, sound)
    return outcome
  }

  /** Runs test files until one test fails. */
  async run(tests: readonly string[]): Promise<Outcome> {
    const report = path.join(this.#folder, 'report.json')
    rmSync(report, { force: true })
    const files = tests.map((test) => `test/${test}.test.ts`)
    const vitest = path.join('node_modules', 'vitest', 'vitest.mjs')
    const asked = ['run', '--bail=1', '--no-file-parallelism', '--reporter=json', `--outputFile.json=${report}`]
    const child = spawn(process.execPath, [vitest, ...asked, ...files], { cwd: this.#folder, stdio: 'ignore', timeout: runMs })
    const code = await new Promise((resolve) => child.on('close', resolve))
    if (code === 0) return 'passed'
    const failed = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as { numFailedTests: number }).numFailedTests : 0
    return failed > 0 || child.signalCode ? 'failed' : 'broken'
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
