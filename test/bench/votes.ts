import { WebSocket } from 'ws'
import { ApiPerson } from '../../e2e/support/api-person'
import { openWorkshop } from '../../e2e/support/open-workshop'
import type { ServerProcess } from '../../e2e/support/server-process'
import { identityLevels } from '../../shared/access/identity'
import type { AllocationMethod } from '../../shared/tools/votes/methods'
import { type ClosingBallot, resultOf } from '../../shared/tools/votes/result'
import type { RoundOption } from '../../shared/tools/votes/schema'
import { HttpLine } from '../support/http-line'
import { type Figure, median, percentile } from './figures'

const people = 500
const withinMs = 1_000
const answerMs = 250
const resultMs = 100
const optionCount = 100
const runs = 10

/** A whole conference that votes at once: how long each waits for the answer, and what counting them takes. */
export async function measureVotes(server: ServerProcess): Promise<Figure[]> {
  return [...(await measureRush(server)), ...measureCount()]
}

async function measureRush(server: ServerProcess): Promise<Figure[]> {
  const { host, joinCode } = await openWorkshop(server.origin)
  const crowd = [host]
  // The host votes too, so that a full workshop has 500 ballots.
  for (let index = 1; index < people; index++) crowd.push(await ApiPerson.join(server.origin, joinCode, `Person ${index}`))
  const quiet = await rush(host, crowd, server.origin)
  const screens = await Promise.all(crowd.map((person) => openScreen(server.origin, person)))
  const watched = await rush(host, crowd, server.origin)
  for (const screen of screens) screen.terminate()
  for (const person of crowd) person.leave()
  return [rushFigure('', quiet), rushFigure(`, ${people} screens following the turnout`, watched)]
}

interface Rush {
  readonly tookMs: readonly number[]
  readonly lost: number
}

function rushFigure(how: string, { tookMs, lost }: Rush): Figure {
  const p95 = percentile(tookMs, 0.95)
  const most = Math.max(...tookMs)
  return {
    what: `${people} ballots within ${withinMs / 1_000} s${how} (p50 / p95 / most)`,
    measured: `${percentile(tookMs, 0.5).toFixed(0)} / ${p95.toFixed(0)} / ${most.toFixed(0)} ms, ${lost} lost`,
    target: `p95 < ${answerMs} ms, none lost`,
    met: p95 < answerMs && lost === 0,
  }
}

/** Everybody casts at a moment of their own within a second; waiting counts from that moment on. */
async function rush(host: ApiPerson, crowd: readonly ApiPerson[], origin: string): Promise<Rush> {
  const line = new HttpLine(origin, people)
  const options = Array.from({ length: 10 }, (_, index) => ({ label: `Option ${index}` }))
  const wish = { question: 'Where do we begin?', method: 'dots', options, dots: 3, facilitatorsVote: true }
  const made = await host.workshop('POST', '/rounds', wish)
  const path = `/rounds/${made.body.roundId}`
  await host.workshop('POST', `${path}/open`)
  const ids = (made.body.options as { id: string }[]).map(({ id }) => id)
  // Whoever has the ballot before them has asked for it.
  await Promise.all(crowd.map(({ cookie, workshopId }) => line.get(`/api/workshops/${workshopId}${path}`, cookie)))
  const beganMs = performance.now()
  const answers = await Promise.all(
    crowd.map(async ({ cookie, workshopId }, index) => {
      const dueMs = beganMs + (index * withinMs) / crowd.length
      await new Promise((resolve) => setTimeout(resolve, dueMs - performance.now()))
      const ballot = { idempotencyKey: `rush ${index}`, baseVersion: 0, allocation: { [ids[index % ids.length] ?? '']: 3 }, done: true }
      const { status } = await line.put(`/api/workshops/${workshopId}${path}/ballot`, cookie, JSON.stringify(ballot))
      return { status, tookMs: performance.now() - dueMs }
    }),
  )
  line.close()
  await host.workshop('POST', `${path}/close`)
  const read = async () => (await host.workshop('GET', path)).body as { state: string; result?: { options: { dots: number }[] } }
  while ((await read()).state !== 'closed') await new Promise((resolve) => setTimeout(resolve, 100))
  const counted = (await read()).result?.options.reduce((sum, { dots }) => sum + dots, 0) ?? 0
  const refused = answers.filter(({ status }) => status !== 200).length
  return { tookMs: answers.map(({ tookMs }) => tookMs), lost: Math.max(refused, crowd.length - counted / 3) }
}

/** A page with the record open: it takes what comes. */
async function openScreen(origin: string, { cookie, workshopId }: ApiPerson): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/sync/${workshopId}/record`, { headers: { cookie, origin } })
  await new Promise((resolve) => socket.once('open', resolve))
  // A first step with nothing.
  socket.send(Uint8Array.of(0, 0, 1, 0))
  return socket
}

function measureCount(): Figure[] {
  const options = Array.from({ length: optionCount }, (_, index): RoundOption => ({ id: `opt_${index}`, label: `Option number ${index}` }))
  const methods: readonly AllocationMethod[] = ['dots', 'score', 'rank', 'majority']
  return methods.flatMap((method) =>
    [true, false].map((secret) => {
      const ballots = Array.from({ length: people }, (_, index) => ballotOf(index, method, options))
      const round = { method, secret, options, rule: {}, maxPerOption: 5 }
      const tookMs = Array.from({ length: runs }, () => {
        const beganMs = performance.now()
        resultOf(round, ballots, people)
        return performance.now() - beganMs
      })
      const most = Math.max(...tookMs)
      return {
        what: `result of ${people} people and ${optionCount} options, ${method}${secret ? ', secret' : ''} (median / most of ${runs})`,
        measured: `${median(tookMs).toFixed(1)} / ${most.toFixed(1)} ms`,
        target: `< ${resultMs} ms`,
        met: most < resultMs,
      }
    }),
  )
}

/** Somebody of one of forty organisations, five sectors and three levels, who uses the whole ballot. */
function ballotOf(index: number, method: AllocationMethod, options: readonly RoundOption[]): ClosingBallot {
  const at = (place: number) => options[(index * 17 + place * 7) % options.length]?.id ?? ''
  const places = { dots: 20, score: options.length, rank: options.length, majority: 1 }[method as string] ?? 1
  const value = (place: number) => (method === 'rank' ? place + 1 : method === 'majority' ? 1 : 1 + ((index + place) % 5))
  return {
    participantId: `p_${index}`,
    receipt: `${(index * 7_919) % 10_007}`,
    organisation: `Organisation ${index % 40}`,
    sector: `Sector ${index % 5}`,
    level: `Level ${index % 3}`,
    identity: identityLevels[index % identityLevels.length],
    allocation: Object.fromEntries(Array.from({ length: places }, (_, place) => [at(place), value(place)])),
  }
}
