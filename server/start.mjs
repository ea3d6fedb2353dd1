// What `npm start` runs: installs what is missing, builds what changed, then becomes the server.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashOf, installMissing, root, SetupError } from './install.mjs'

const stampFile = path.join(root, 'dist', '.convene-built')
const sources = ['client', 'server', 'shared', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']

try {
  await installMissing()
  buildIfChanged()
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(path.join(root, 'dist', 'server', 'main.js')).href)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** Builds unless the last build was made from these very sources. */
function buildIfChanged() {
  const stamp = sourceStamp()
  const built = existsSync(path.join(root, 'dist', 'server', 'main.js')) && existsSync(path.join(root, 'dist', 'client', 'index.html'))
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Building...')
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  for (const args of [['build'], ['build', '--ssr', 'server/main.ts', '--outDir', 'dist/server']]) {
    const done = spawnSync(process.execPath, [vite, ...args, '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (done.status !== 0) throw new SetupError('The build failed; the lines above say why.')
  }
  writeFileSync(stampFile, stamp)
}

/** Changes whenever a source file's content does. */
function sourceStamp() {
  const parts = []
  for (const source of sources) collect(path.join(root, source), parts)
  return hashOf(...parts)
}

function collect(file, parts) {
  if (!existsSync(file)) return
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) collect(path.join(file, name), parts)
    return
  }
  parts.push(`\n${path.relative(root, file)}\n`, readFileSync(file))
}
