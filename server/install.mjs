// Puts in place what the project needs to run: packages, and the database binding for this machine.
// Plain Node without packages, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = path.join(root, 'node_modules', '.convene-installed')

/** Something a person must put right; the message is one sentence for them. */
export class SetupError extends Error {}

/** Fails on a Node that is too old for the packages. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(
    `Convene needs Node 20.19 or newer, and this is ${process.versions.node}: install a newer Node and run npm start again.`,
  )
}

/** Installs whatever is missing, development packages included; does nothing when all is in place. */
export async function installMissing() {
  requireNode()
  const lock = hashOf(readFileSync(path.join(root, 'package-lock.json')))
  const stamp = `${lock} ${process.platform}-${process.arch} ${process.versions.modules}`
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!packagesInstalled()) {
    console.log('Installing packages (once, a few minutes at most)...')
    // Whatever NODE_ENV says: the build tools are development packages.
    npm(
      ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      'The packages could not be installed; the lines above say why.',
    )
  }
  ensureBinding()
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Whether node_modules is what the lock asks for: npm writes down what it installed. */
function packagesInstalled() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(([where, { version, optional }]) => where === '' || optional || installed[where]?.version === version)
}

/** Makes sure that the database binding loads here, compiling it when no prebuilt one can be had. */
function ensureBinding() {
  if (bindingLoads()) return
  console.log('Preparing the database binding (about a minute when it has to be compiled)...')
  const done = spawnSync(npmCommand, ['rebuild', 'better-sqlite3', '--foreground-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: onWindows,
  })
  if (done.status === 0 && bindingLoads()) return
  const missing = [
    ['python3', ['python3', 'python']],
    ['make', ['make', 'gmake']],
    ['g++', ['g++', 'c++', 'clang++']],
  ].filter(([, commands]) => !commands.some(isCommand))
  if (missing.length > 0 && !onWindows) {
    const names = new Intl.ListFormat('en-GB').format(missing.map(([name]) => name))
    throw new SetupError(
      `No prebuilt database binding could be had, and compiling one needs ${names}: install ${names} and run npm start again.`,
    )
  }
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`)
  throw new SetupError('The database binding (better-sqlite3) could not be built; the lines above say why.')
}

function bindingLoads() {
  // In a process of its own: a binding for another Node can take the process down.
  const require = createRequire(path.join(root, 'package.json'))
  let entry
  try {
    entry = require.resolve('better-sqlite3')
  } catch {
    return false
  }
  const script = `new (require(${JSON.stringify(entry)}))(':memory:').close()`
  return spawnSync(process.execPath, ['-e', script], { stdio: 'ignore' }).status === 0
}

const onWindows = process.platform === 'win32'
const npmCommand = onWindows ? 'npm.cmd' : 'npm'

function npm(args, sentence) {
  const { NODE_ENV: _production, npm_config_omit: _omit, npm_config_production: _old, ...env } = process.env
  const done = spawnSync(npmCommand, args, { cwd: root, stdio: 'inherit', env, shell: onWindows })
  if (done.error || done.status !== 0) throw new SetupError(sentence)
}

function isCommand(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, name)))
}

export function hashOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
