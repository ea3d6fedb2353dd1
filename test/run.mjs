// What `npm test` runs: installs what is missing, then types, lint, build, unit and browser tests; ends with `N passed, N failed`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installMissing } from '../server/install.mjs'
import { findBrowser } from './support/browser.mjs'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.cache', 'reports')
const bin = (name) => join(root, 'node_modules', '.bin', name)

await installMissing()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const browser = await findBrowser()

const results = [
  await check('types', bin('tsc'), ['-p', '.']),
  await check('lint, format, layers, import cycles', bin('biome'), ['check', '.']),
  await check('dead code', bin('knip'), []),
  await check('build', 'npm', ['run', '--silent', 'build']),
  await suite(
    'unit, contract and fuzz tests',
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/reports/unit.json'],
    readUnit,
  ),
  await suite('browser tests', bin('playwright'), ['test', '--config', 'e2e/playwright.config.ts'], readBrowser, {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
  }),
]

const passed = sum(results.map((result) => result.passed))
const failed = sum(results.map((result) => result.failed))
process.stdout.write('\n')
for (const { name, failed: wrong, seconds } of results) process.stdout.write(`${wrong === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

/** A step that passes or fails as a whole. */
async function check(name, command, args) {
  const { code, seconds } = await run(name, command, args)
  return { name, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** A test runner whose report says how many passed; a runner that died counts as one failure. */
async function suite(name, command, args, read, env = {}) {
  const { code, seconds } = await run(name, command, args, env)
  const counts = read()
  const died = code !== 0 && counts.failed === 0 ? 1 : 0
  return { name, seconds, passed: counts.passed, failed: counts.failed + died }
}

function run(name, command, args, env = {}) {
  process.stdout.write(`\n--- ${name}\n`)
  const started = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve({ code: 1, seconds: 0 }))
    child.on('exit', (code) => resolve({ code: code ?? 1, seconds: Math.round((Date.now() - started) / 1000) }))
  })
}

function readUnit() {
  const report = readReport('unit.json')
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + (report?.numFailedTestSuites && !report.numFailedTests ? 1 : 0),
  }
}

function readBrowser() {
  const stats = readReport('browser.json')?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 }
}

function readReport(file) {
  const path = join(reports, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
