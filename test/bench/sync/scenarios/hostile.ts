import { type Attack, attacksOn } from '../load/attacks'
import { Crowd } from '../load/crowd'
import { pause, repeat } from '../load/pause'
import type { BenchServer } from '../servers/server'
import { atMost, type Scenario } from './scenario'

const everyEditMs = 20
const quietMs = 1_000
/** Late effects still belong to the attack. */
const answerMs = 500
const mib = 1024 * 1024

/** A member of one room does their worst; the people of another room go on writing. */
export const hostile: Scenario<'deaths' | 'rss' | 'stall'> = {
  name: 'hostile',
  title: 'a hostile member: garbage, giants, floods, depth, forgery',
  servers: ['convene', 'hocuspocus', 'y-websocket'],
  figures: {
    deaths: { label: 'attacks that end the process', goal: { text: '0', isMet: (ours) => ours === 0 } },
    rss: { label: 'memory grows at most by, MB', goal: atMost(64, 'MB') },
    stall: { label: 'longest wait of an edit in another room, ms', goal: atMost(100, 'ms') },
  },
  async run(server) {
    const names = (await stageOf(server)).attacks.map(({ name }) => name)
    const found: Found[] = []
    let stage: Stage | undefined
    for (const [index, name] of names.entries()) {
      if (!server.process.isAlive) await server.process.restart()
      stage = stage?.isSound() ? stage : await stageOf(server)
      found.push({ name, ...(await stage.watch(stage.attacks[index])) })
    }
    for (const { name, isAlive, waitMs, ownStallMs, grownBytes } of found) {
      const end = isAlive ? `${(grownBytes / mib).toFixed(0)} MB more` : 'THE PROCESS ENDED'
      process.stderr.write(`  ${name}: wait ${waitMs.toFixed(0)} ms, the load's own stall ${ownStallMs.toFixed(0)} ms, ${end}\n`)
    }
    return {
      deaths: found.filter(({ isAlive }) => !isAlive).length,
      rss: Math.max(...found.map(({ grownBytes }) => grownBytes)) / mib,
      stall: Math.max(...found.filter(({ isAlive }) => isAlive).map(({ waitMs }) => waitMs)),
    }
  },
}

/** What one attack did. */
interface Found {
  readonly name: string
  readonly isAlive: boolean
  /** Longest wait of an edit in the other room. */
  readonly waitMs: number
  /** What the load stalled by itself, to judge the wait by. */
  readonly ownStallMs: number
  /** Above what the server held before the first attack since its start. */
  readonly grownBytes: number
}

interface Stage {
  readonly attacks: readonly Attack[]
  isSound(): boolean
  watch(attack: Attack | undefined): Promise<Omit<Found, 'name'>>
}

/** Two rooms: one for the attacker and its victim, one whose people just go on writing. */
async function stageOf(server: BenchServer): Promise<Stage> {
  const other = await Crowd.join(server, 3, 1)
  const victims = await Crowd.join(server, 3, 1)
  const [victim] = victims.hands
  const history = new Map([[victim?.writer.clientId ?? 0, victim?.writer.clock ?? 0]])
  const attacks = attacksOn(victims.room.seats[0]?.authorId ?? '', history)
  other.isTimed = true
  await pause(quietMs)
  const rssBefore = server.process.rssBytes
  return {
    attacks,
    isSound: () => server.process.isAlive && other.cut === 0,
    async watch(attack) {
      const worst = { waitMs: 0, ownStallMs: 0, grownBytes: 0 }
      const over = new AbortController()
      let dueMs = performance.now()
      const writing = repeat({ everyMs: everyEditMs, signal: over.signal }, () => {
        worst.ownStallMs = Math.max(worst.ownStallMs, performance.now() - dueMs)
        dueMs = performance.now() + everyEditMs
        if (!server.process.isAlive || other.cut > 0) return
        worst.grownBytes = Math.max(worst.grownBytes, server.process.rssBytes - rssBefore || 0)
        other.edit(0)
      })
      await attack?.run(victims.room)
      await pause(answerMs)
      over.abort()
      await writing
      const isAlive = server.process.isAlive && other.cut === 0
      if (isAlive) await other.drained()
      worst.waitMs = Math.max(0, ...other.latenciesMs.splice(0))
      return { isAlive, ...worst }
    },
  }
}
