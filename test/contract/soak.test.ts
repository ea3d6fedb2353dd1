import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { ideas } from '../../shared/tools/ideas/collections'
import { BoardWriter, openPeopled, readFromDisk, settled } from '../support/board-writers'
import { BuiltServer } from '../support/built-server'
import { figures, quantile } from '../support/figures'
import type { Connection } from '../support/server'
import { size } from '../support/sizes'
import { openVote } from '../support/votes'

const minutes = size(0, Number(process.env.SOAK_MINUTES ?? 20))
const people = 50
const minuteMs = 60_000
const sampleMs = 10_000
const roundMs = 30_000
/** What the process takes at first, before its heap has found its size, says nothing. */
const warmUpShare = 0.4
const connections = new Set<Connection>()
let server: BuiltServer

afterEach(async () => {
  for (const connection of connections) connection.destroy()
  await server.remove()
})

interface Sample {
  readonly atMs: number
  readonly bytes: number
}

function memoryOf({ pid }: BuiltServer): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024
}

/** Least squares, in MB an hour. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleMs, middle] = [mean(samples.map(({ atMs }) => atMs)), mean(samples.map(({ bytes }) => bytes))]
  const rise = mean(samples.map(({ atMs, bytes }) => (atMs - middleMs) * (bytes - middle)))
  const spread = mean(samples.map(({ atMs }) => (atMs - middleMs) ** 2))
  return ((rise / spread) * (60 * minuteMs)) / 1024 / 1024
}

describe.runIf(minutes > 0)(`${people} people at work for ${minutes} minutes`, () => {
  it('T24 meet no error, lose nothing and leave memory as it was', { timeout: (minutes + 3) * minuteMs }, async () => {
    server = await BuiltServer.start()
    const workshop = await openPeopled(server.origin, people, connections)
    const [host, ...voters] = workshop.people
    const writers = workshop.people.map((person) => new BoardWriter(person.connect(workshop.board), person.participantId))
    const lines = writers.map(({ connection }) => connection)
    await Promise.all(lines.map((line) => line.synced()))
    const errors: string[] = []
    for (const line of lines) line.provider.on('connection-close', () => errors.push(`a line closed with ${line.closed}`))
    const castMs: number[] = []

    /** Everybody but the host votes once in a round, which is then counted. */
    async function vote(): Promise<void> {
      if (!host) throw new Error('nobody leads')
      const round = await openVote({ host, workshopId: workshop.workshopId })
      await Promise.all(
        voters.map(async (person) => {
          const askedMs = performance.now()
          const { status } = await round.cast(person, [2, 1, 0])
          castMs.push(performance.now() - askedMs)
          if (status !== 200) errors.push(`a ballot was answered ${status}`)
        }),
      )
      const { body } = await round.closed()
      if (body.result.voters !== voters.length) errors.push(`${body.result.voters} ballots were counted`)
    }

    const typing = setInterval(() => {
      for (const writer of writers) if (Math.random() < 0.4) writer.write()
    }, 200)
    const moving = setInterval(() => {
      for (const { noteId, connection } of writers)
        if (Math.random() < 0.1) ideas.patch(connection.doc, noteId, { order: `a${Math.floor(Math.random() * 9)}` })
      for (const { provider } of lines) provider.awareness.setLocalStateField('cursor', { x: Math.random(), y: Math.random() })
    }, 1_000)
    const samples: Sample[] = []
    const beganMs = performance.now()
    let nextVoteMs = 0
    while (performance.now() - beganMs < minutes * minuteMs) {
      await new Promise((resolve) => setTimeout(resolve, sampleMs))
      samples.push({ atMs: performance.now() - beganMs, bytes: memoryOf(server) })
      if (performance.now() - beganMs < nextVoteMs) continue
      nextVoteMs += roundMs
      await vote().catch((cause: Error) => errors.push(cause.message))
    }
    clearInterval(typing)
    clearInterval(moving)
    await settled(lines, minuteMs)
    const [stored] = await readFromDisk(server.dataDir, [workshop.board])
    expect(stored?.getMap(ideas.name).toJSON()).toEqual(lines[0]?.doc.getMap(ideas.name).toJSON())

    const steady = samples.slice(Math.floor(samples.length * warmUpShare))
    const mb = (bytes = 0) => Math.round(bytes / 1024 / 1024)
    figures('T24', {
      minutes,
      people,
      edits: writers.reduce((sum, { written }) => sum + written, 0),
      ballots: castMs.length,
      'cast p95 ms': quantile(castMs, 0.95),
      errors: errors.length,
      'first MB': mb(samples[0]?.bytes),
      'last MB': mb(samples.at(-1)?.bytes),
      'RSS slope MB an hour': slopeOf(steady),
    })
    expect(errors).toEqual([])
  })
})
