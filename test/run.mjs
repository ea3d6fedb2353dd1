// What `npm test` runs: installs what is missing, then types, lint, build, unit and browser tests; ends with `N passed, N failed`.
// `npm run test:long` runs every test that has a long size at that size, one file after another, and prints its figures.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { installMissing } from '../server/install.mjs'
import { findBrowser } from './support/browser.mjs'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.cache', 'reports')
const bin = (name) => join(root, 'node_modules', '.bin', name)

await installMissing()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const results = process.argv.includes('--long') ? await runLong() : await runAll()

const passed = sum(results.map((result) => result.passed))
const failed = sum(results.map((result) => result.failed))
process.stdout.write('\n')
for (const failure of results.flatMap((result) => result.failures ?? [])) process.stdout.write(`not ok: ${failure}\n`)
for (const { name, failed: wrong, seconds } of results) process.stdout.write(`${wrong === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function runAll() {
  const browser = await findBrowser()
  return [
    await check('types', bin('tsc'), ['-p', '.']),
    await check('lint, format, layers, import cycles', bin('biome'), ['check', '.']),
    await check('dead code', bin('knip'), []),
    await check('build', 'npm', ['run', '--silent', 'build']),
    await suite('unit, contract and fuzz tests', bin('vitest'), vitestArguments([]), readUnit),
    await suite('browser tests', bin('playwright'), ['test', '--config', 'e2e/playwright.config.ts'], readBrowser, {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
    }),
  ]
}

/** Files beside the options choose among the tests with a long size. */
async function runLong() {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  const files = testsWithLongSize().filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  return [await suite('long tests', bin('vitest'), vitestArguments(['--no-file-parallelism', ...files]), readUnit, { LONG: '1' })]
}

function vitestArguments(more) {
  return ['run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/reports/unit.json', ...more]
}

/** Test files that say how much they do with each change and how much in a long run. */
function testsWithLongSize() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .filter((file) => file.endsWith('.test.ts') && readFileSync(join(root, 'test', file), 'utf8').includes('support/sizes'))
    .map((file) => join('test', file))
    .sort()
}

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
  return { name, seconds, passed: counts.passed, failed: counts.failed + died, failures: counts.failures }
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
    failures: (report?.testResults ?? []).filter(({ status }) => status === 'failed').flatMap(failuresOfFile),
  }
}

/** The tests of a file that failed, each with the start of why, so that the end of a long log says it too. */
function failuresOfFile({ name, message, assertionResults }) {
  const file = relative(root, name)
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return [`${file}: ${firstLines(message)}`]
  return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLines(failureMessages.join(' '))}`)
}

function firstLines(message) {
  return message.slice(0, 600).trim()
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
