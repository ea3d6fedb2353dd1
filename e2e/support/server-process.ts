import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The built server as its own process, with its own data. */
export class ServerProcess {
  readonly dataDir: string
  readonly #args: readonly string[]
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #origin = ''
  #output = ''
  #port = '0'

  private constructor(args: readonly string[], env: Readonly<Record<string, string>>) {
    this.#args = args
    this.#env = env
    this.dataDir = mkdtempSync(join(tmpdir(), 'convene-e2e-'))
  }

  /** Resolves when the server listens; a free port is chosen unless `PORT` is given. */
  static async start({
    args = [],
    env = {},
  }: {
    args?: readonly string[]
    env?: Readonly<Record<string, string>>
  } = {}): Promise<ServerProcess> {
    const server = new ServerProcess(args, env)
    await server.#spawn(env.PORT ?? '0')
    return server
  }

  /** `http://localhost:<port>` */
  get origin(): string {
    return this.#origin
  }

  /** Everything the server has printed. */
  get output(): string {
    return this.#output
  }

  /** Kills the process with SIGKILL, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Starts again on the same port and data. */
  async restart(): Promise<void> {
    await this.#spawn(this.#port)
  }

  /** Stops in an orderly way and removes the data. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  async #spawn(port: string): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js', ...this.#args], {
      cwd: root,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        ...this.#env,
        PORT: port,
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#origin = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.#output += chunk.toString()
        const address = /listening on (\S+)/.exec(this.#output)?.[1]
        if (!address) return
        // Behind PUBLIC_URL the address is another's; then the port was given.
        this.#port = port === '0' ? new URL(address).port : port
        resolve(address)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.#output}`)))
    })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    this.#output = ''
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill(signal)
    await ended
  }
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}
