import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from '../figures'
import { pinned, placement } from './cores'
import { scenarios } from './scenarios/all'
import type { Scenario } from './scenarios/scenario'
import { projectRoot } from './servers/pinned-process'
import { type ServerName, serverNames } from './servers/server'
import { type Measured, tableOf } from './table'

const peersDir = join(projectRoot, 'test', 'bench', 'peers')
const timeoutMs = 10 * 60_000

/** What one run found; a figure is null where the server has none. */
type Figures = Readonly<Record<string, number | null>>

/**
 * Measures our server beside its peers and prints one table in Markdown.
 *
 * @param args names of scenarios (all when there are none), `--runs=N`, `--quick`, `--only=server,server`
 */
export async function benchSync(args: readonly string[]): Promise<void> {
  installPeers()
  const isQuick = args.includes('--quick')
  const runs = Number(option(args, 'runs') ?? (isQuick ? 1 : 5))
  const only = option(args, 'only')?.split(',') ?? serverNames
  const wanted = args.filter((arg) => !arg.startsWith('--'))
  const chosen = scenarios.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const unknown = wanted.find((name) => !scenarios.some((scenario) => scenario.name === name))
  if (unknown !== undefined) throw new Error(`no scenario ${unknown}; there are ${scenarios.map(({ name }) => name).join(', ')}`)
  const measured: Measured[] = []
  for (const scenario of chosen) {
    const servers = scenario.servers.filter((name) => only.includes(name))
    measured.push({ scenario, medians: await measure(scenario, servers, runs, isQuick) })
  }
  const kind = isQuick ? 'QUICK, no evidence' : `median of ${runs} alternating runs`
  console.log(`\n## Sync beside the peers\n\nNode ${process.version}; ${versions()}; ${placement}; ${kind}.\n\n${tableOf(measured)}`)
}

async function measure(scenario: Scenario, servers: readonly ServerName[], runs: number, isQuick: boolean): Promise<Measured['medians']> {
  const samples = new Map<ServerName, Figures[]>(servers.map((name) => [name, []]))
  for (let run = 1; run <= runs; run++) {
    // Every other round goes backwards, so that nobody always has the warmer machine.
    for (const server of run % 2 === 1 ? servers : servers.toReversed()) {
      const figures = await runOnce(scenario.name, server, isQuick)
      process.stderr.write(`${scenario.name} ${server} ${run}/${runs}: ${JSON.stringify(figures)}\n`)
      samples.get(server)?.push(figures)
    }
  }
  // A run that failed has no figures, and a figure that a server does not have is null.
  const middleOf = (all: readonly Figures[], key: string) => median(all.flatMap((figures) => figures[key] ?? []))
  const middle = (all: readonly Figures[]) => Object.fromEntries(Object.keys(scenario.figures).map((key) => [key, middleOf(all, key)]))
  return new Map([...samples].map(([server, all]) => [server, middle(all)]))
}

/** One run in a load process of its own; a run that fails leaves its reason on the terminal and no figure. */
function runOnce(scenario: string, server: ServerName, isQuick: boolean): Promise<Figures> {
  const script = join(import.meta.dirname, 'measure.ts')
  const [program, args] = pinned('load', [process.execPath, '--import', 'tsx', script, scenario, server, isQuick ? 'quick' : 'full'])
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    const late = setTimeout(() => child.kill('SIGTERM'), timeoutMs)
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('exit', () => {
      clearTimeout(late)
      const last = output.trim().split('\n').at(-1) ?? ''
      resolve(last.startsWith('{') ? JSON.parse(last) : {})
    })
  })
}

function installPeers(): void {
  if (existsSync(join(peersDir, 'node_modules', '.package-lock.json'))) return
  console.log('Installing the peers of the benchmark (once)...')
  const done = spawnSync('npm', ['ci', '--prefix', peersDir], { cwd: peersDir, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) throw new Error('The peers could not be installed; the lines above say why.')
}

function versions(): string {
  const { dependencies } = JSON.parse(readFileSync(join(peersDir, 'package.json'), 'utf8'))
  const named = Object.entries<string>(dependencies).map(([name, version]) => `${name} ${version}`)
  return named.join(', ')
}

function option(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1]
}
