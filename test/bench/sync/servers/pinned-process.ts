import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pinned } from '../cores'
import type { StartOptions } from './server'

export const projectRoot = join(import.meta.dirname, '..', '..', '..', '..')
const peersDir = join(projectRoot, 'test', 'bench', 'peers')
const msPerTick = 10
/** Above it the heap measurement would wait for a server that does not answer. */
const heapTimeoutMs = 20_000
/** A server may have much to write down before it ends. */
const haltMs = 60_000

/** A server on a core of its own, with its own data, and what it costs. */
export class PinnedProcess {
  readonly #script: string
  readonly #env: Readonly<Record<string, string>>
  readonly #nodeArgs: readonly string[]
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'convene-bench-'))
  #child: ChildProcess | undefined
  #origin = ''
  #output = ''

  private constructor(script: string, env: Readonly<Record<string, string>>, nodeArgs: readonly string[]) {
    this.#script = script
    this.#env = env
    this.#nodeArgs = nodeArgs
  }

  /** @param script relative to the project; it must print `listening on <origin>` */
  static async start(script: string, env: Readonly<Record<string, string>>, { withHeap = false }: StartOptions): Promise<PinnedProcess> {
    const heap = withHeap ? ['--expose-gc', '--import', join(peersDir, 'heap.mjs')] : []
    const extra = process.env.BENCH_NODE_ARGS?.split(' ') ?? []
    const server = new PinnedProcess(join(projectRoot, script), env, [...heap, ...extra])
    await server.#spawn('0')
    return server
  }

  /** `http://localhost:<port>` */
  get origin(): string {
    return this.#origin
  }

  get isAlive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** CPU time of all its threads so far, in milliseconds. */
  get cpuMs(): number {
    const stat = readFileSync(`/proc/${this.#pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * msPerTick
  }

  /** Memory that the process holds now. */
  get rssBytes(): number {
    return this.#status('VmRSS')
  }

  /** The most memory it has held since its start. */
  get peakRssBytes(): number {
    return this.#status('VmHWM')
  }

  /** Memory that objects take after a collection; the server must have been started `withHeap`. */
  async heapBytes(): Promise<number> {
    this.#output = ''
    process.kill(this.#pid, 'SIGUSR2')
    const deadline = Date.now() + heapTimeoutMs
    while (Date.now() < deadline) {
      const found = /^heap (\d+)$/m.exec(this.#output)
      if (found) return Number(found[1])
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error('the server did not tell its heap')
  }

  /** Kills the process as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Ends it in an orderly way; the data stay. */
  async halt(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** Starts again on the same port and data. */
  async restart(): Promise<void> {
    await this.#spawn(new URL(this.#origin).port)
  }

  /** Ends it and removes its data. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  get #pid(): number {
    if (!this.#child?.pid) throw new Error('the server is not running')
    return this.#child.pid
  }

  #status(field: string): number {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))
    return Number(found?.[1]) * 1024
  }

  async #spawn(port: string): Promise<void> {
    const [program, args] = pinned('server', [process.execPath, ...this.#nodeArgs, this.#script])
    const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production', ...this.#env }
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...env, PORT: port, DATA_DIR: this.#dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#output = ''
    child.on('exit', () => {
      // Whoever ends it on purpose lets go of it first.
      if (this.#child === child) process.stderr.write(`the server ended by itself:\n${this.#output.slice(-1_500)}\n`)
    })
    this.#origin = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString()).slice(-64_000)
        const address = /listening on (\S+)/.exec(this.#output)?.[1]
        if (address) resolve(address)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.on('error', reject)
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.#output}`)))
    })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), haltMs)
    await ended
    clearTimeout(late)
  }
}
