import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')
/** So that twenty clients of one address meet no limit meant for strangers. */
const oneAddress = { LIMIT_WORKSHOPS_PER_HOUR: '1000000', LIMIT_SOCKETS_PER_ADDRESS: '1000000' }
const dayMs = 24 * 60 * 60 * 1000
let built: string | undefined

/** What a command of the product printed and how it ended. */
export interface Ended {
  readonly code: number
  readonly output: string
}

/** The server as it is shipped, in a process of its own with its threads. */
export class BuiltServer {
  readonly dataDir: string
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #origin = ''
  #printed = ''

  private constructor(dataDir: string, env: Readonly<Record<string, string>>) {
    this.dataDir = dataDir
    this.#env = env
  }

  /** @param dataDir a fresh folder by default */
  static async start(env: Readonly<Record<string, string>> = {}, dataDir = mkdtempSync(path.join(tmpdir(), 'convene-built-'))) {
    const server = new BuiltServer(dataDir, env)
    await server.#spawn('0')
    return server
  }

  get origin(): string {
    return this.#origin
  }

  /** Everything it has printed so far, its log too. */
  get printed(): string {
    return this.#printed
  }

  get pid(): number {
    if (!this.#child?.pid) throw new Error('the server is not running')
    return this.#child.pid
  }

  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Ends it in an orderly way. */
  halt(): Promise<void> {
    return this.#end('SIGTERM')
  }

  /** Starts again on the same port and data. */
  restart(): Promise<void> {
    return this.#spawn(new URL(this.#origin).port)
  }

  /** Ends it and removes its data. */
  async remove(): Promise<void> {
    await this.#end('SIGKILL')
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Runs a command such as `backup` on its data folder, beside the server or without it. */
  async command(...args: readonly string[]): Promise<Ended> {
    const child = this.#node(args, {})
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
    const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? 1)))
    return { code, output }
  }

  async #spawn(port: string): Promise<void> {
    const child = this.#node([], { PORT: port })
    this.#child = child
    this.#origin = await new Promise<string>((resolve, reject) => {
      let output = ''
      const read = (chunk: Buffer) => {
        this.#printed += chunk.toString()
        output = (output + chunk.toString()).slice(-16_000)
        const address = /listening on (\S+)/.exec(output)?.[1]
        if (address) resolve(address)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)))
    })
  }

  #node(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
    return spawn(process.execPath, [builtServer(), ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...oneAddress, ...this.#env, DATA_DIR: this.dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
}

/** The program of a build of the present sources, made when there is none. */
function builtServer(): string {
  built ??= freshBuild()
  return built
}

function freshBuild(): string {
  const changedMs = Math.max(...['server', 'shared'].map((folder) => newestIn(path.join(root, folder))))
  const shipped = path.join(root, 'dist', 'server', 'main.js')
  if (existsSync(shipped) && statSync(shipped).mtimeMs > changedMs) return shipped
  const folder = path.join(root, '.cache', `server-${Math.round(changedMs)}`)
  if (!existsSync(folder)) {
    forgetOldBuilds(path.dirname(folder))
    buildInto(folder)
  }
  return path.join(folder, 'main.js')
}

/** Those of today may be running. */
function forgetOldBuilds(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const build = path.join(folder, name)
    if (name.startsWith('server-') && Date.now() - statSync(build).mtimeMs > dayMs) rmSync(build, { recursive: true })
  }
}

/** Made aside and then put in place whole, since several test files may find it missing at once. */
function buildInto(folder: string): void {
  const half = `${folder}-${process.pid}`
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  execFileSync(process.execPath, [vite, 'build', '--ssr', 'server/main.ts', '--outDir', half, '--logLevel', 'warn'], {
    cwd: root,
    // Whatever the test runner sets would make it another build.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' },
  })
  try {
    renameSync(half, folder)
  } catch (cause) {
    rmSync(half, { recursive: true })
    if (!existsSync(folder)) throw cause
  }
}

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Math.max(...files.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs))
}
