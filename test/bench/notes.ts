import type * as Y from 'yjs'
import { ApiPerson } from '../../e2e/support/api-person'
import { openWorkshop } from '../../e2e/support/open-workshop'
import type { ServerProcess } from '../../e2e/support/server-process'
import { newId } from '../../shared/doc/ids'
import { ordersAfter } from '../../shared/doc/order'
import { ideas } from '../../shared/tools/ideas/collections'
import { type Figure, percentile } from './figures'
import { startRelay } from './relay'

const people = 25
const notes = 100
const everyMs = 100

/** How long a note takes from its writer to 24 other people, beside a relay that neither checks nor stores. */
export async function measureNotes(server: ServerProcess): Promise<Figure[]> {
  const ours = await oursMs(server)
  const relay = await relayMs()
  const ratio = percentile(ours, 0.95) / percentile(relay, 0.95)
  return [
    {
      what: `a note of one of ${people} people is with all others (p50 / p95)`,
      measured: `${percentile(ours, 0.5).toFixed(1)} / ${percentile(ours, 0.95).toFixed(1)} ms`,
      target: 'p95 < 300 ms',
      met: percentile(ours, 0.95) < 300,
    },
    {
      what: 'the same through a bare relay without store or checks (p50 / p95)',
      measured: `${percentile(relay, 0.5).toFixed(1)} / ${percentile(relay, 0.95).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
      target: 'for comparison',
      met: true,
    },
  ]
}

async function oursMs(server: ServerProcess): Promise<number[]> {
  const { joinCode } = await openWorkshop(server.origin)
  const crowd: { person: ApiPerson; board: Y.Doc }[] = []
  for (let index = 0; index < people; index++) {
    const person = await ApiPerson.join(server.origin, joinCode, `Person ${index + 1}`)
    crowd.push({ person, board: await person.open('board') })
  }
  const [writer, ...readers] = crowd
  if (!writer) return []
  const samples = await timeNotes(
    writer.board,
    readers.map(({ board }) => board),
    writer.person.participantId,
  )
  for (const { person } of crowd) person.leave()
  return samples
}

async function relayMs(): Promise<number[]> {
  const relay = await startRelay()
  const docs = await Promise.all(Array.from({ length: people }, () => relay.connect()))
  const [writer, ...readers] = docs
  const samples = writer ? await timeNotes(writer, readers, 'p_relay') : []
  await relay.stop()
  return samples
}

/** Milliseconds from each write until each reader has seen it. */
async function timeNotes(writer: Y.Doc, readers: readonly Y.Doc[], authorId: string): Promise<number[]> {
  const samples: number[] = []
  const sentAt = new Map<string, number>()
  const arrivals = readers.map(
    (reader) =>
      new Promise<void>((resolve) => {
        let seen = 0
        reader.getMap(ideas.name).observe((event) => {
          for (const id of event.keysChanged) {
            const sent = sentAt.get(String(id))
            if (sent === undefined) continue
            samples.push(performance.now() - sent)
            if (++seen === notes) resolve()
          }
        })
      }),
  )
  for (const [index, order] of ordersAfter(null, notes).entries()) {
    const id = newId('idea')
    sentAt.set(id, performance.now())
    ideas.put(writer, noteOf(id, authorId, index, order))
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  await Promise.all(arrivals)
  return samples
}

function noteOf(id: ReturnType<typeof newId<'idea'>>, authorId: string, index: number, order: string) {
  return ideas.schema.parse({
    id,
    promptId: 'prompt_bench',
    text: `Evening classes with childcare, number ${index}`,
    kind: 'idea',
    authorId,
    clusterId: null,
    order,
    createdAtMs: Date.now(),
  })
}
