// Finds a Chromium for the browser tests, or installs one with the means that the machine has.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium or Chrome; empty when the test runner brought its own. Ends the process with one sentence when there is none. */
export async function findBrowser() {
  return installed() ?? installByApt() ?? installByPlaywright() ?? giveUp()
}

function installed() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : giveUp(`CHROMIUM_PATH names ${named}, which does not exist.`)
  return usualPlaces.find((path) => existsSync(path))
}

function installByApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq', ...wait], options)
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...wait, 'chromium', 'fonts-noto-color-emoji', 'fonts-noto-core'],
    options,
  )
  return usualPlaces.find((path) => existsSync(path))
}

function installByPlaywright() {
  const { status } = spawnSync('node_modules/.bin/playwright', ['install', '--with-deps', 'chromium'], { stdio: 'inherit' })
  return status === 0 ? '' : undefined
}

function giveUp(reason = 'The browser tests need Chromium or Chrome.') {
  process.stderr.write(`${reason} Install one, or set CHROMIUM_PATH to it, and run npm test again.\n`)
  process.exit(1)
}
