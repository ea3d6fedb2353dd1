import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDecisions } from '../../../../server/tools/decisions/service'
import type { Decided, ServerTool } from '../../../../server/tools/server-tool'
import { ParticipantId, WorkshopId } from '../../../../shared/access/actor'
import { recordRoom } from '../../../../shared/sync/room-name'
import { decisions } from '../../../../shared/tools/decisions/collections'
import type { Decision } from '../../../../shared/tools/decisions/schema'
import { type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const hear: NonNullable<ServerTool['hear']> = async (...told) => (await createDecisions(server.app.context).hear?.(...told)) ?? []

function round(changes: Partial<Extract<Decided, { kind: 'round/recorded' }>> = {}): Decided {
  const by = { workshopId: WorkshopId.parse(workshop.workshopId), id: ParticipantId.parse(workshop.participantId), role: 'host' as const }
  return {
    kind: 'round/recorded',
    roundId: 'round_1',
    question: 'Where to begin?',
    method: 'dots',
    words: 'We begin with transport.',
    voters: 11,
    eligible: 12,
    by,
    atMs: 1_000,
    ...changes,
  }
}

function adoption(changes: Partial<Extract<Decided, { kind: 'statement/adopted' }>> = {}): Decided {
  const { by } = round()
  return {
    kind: 'statement/adopted',
    draftId: 'draft_1',
    statementKind: 'vision',
    title: 'Vision',
    version: 1,
    text: 'One front door.',
    textHash: 'a'.repeat(64),
    by,
    atMs: 2_000,
    ...changes,
  }
}

/** Writes facts as an act would: the log hears them in the act's own transaction. */
async function happen(...facts: Decided[]): Promise<void> {
  await server.app.context.governed(workshop.workshopId, async (tx) => {
    const writes = []
    for (const fact of facts) writes.push(...((await hear?.(tx, workshop.workshopId, fact)) ?? []))
    return { result: undefined, writes }
  })
}

function log(): Promise<readonly Decision[]> {
  return server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => [...decisions.all(doc)].sort((a, b) => a.number - b.number))
}

function rows() {
  return server.app.context.db
    .selectFrom('decisions')
    .selectAll()
    .where('workshop_id', '=', workshop.workshopId)
    .orderBy('number')
    .execute()
}

describe('the decision log', () => {
  it('[DECISIONS-1] [DECISIONS-3] numbers what the group did, in its own words, in SQL and on every screen', async () => {
    workshop = await server.openWorkshop()
    await happen(round())
    await happen(adoption({ agreement: check() }))
    const [first, second] = await log()
    expect(first).toMatchObject({
      number: 1,
      kind: 'round',
      words: 'We begin with transport.',
      how: 'Dot vote: “Where to begin?”',
      turnout: { voters: 11, eligible: 12 },
      byName: 'Hanna Host',
    })
    expect(second).toMatchObject({
      number: 2,
      kind: 'adoption',
      words: 'Vision adopted: One front door.',
      how: 'Resonance check: 8 said “resonates”, 1 “not yet”. The check’s rule was met.',
      reservations: [{ name: 'Ben', answer: 'Not yet', reason: 'The tribes are not named.' }],
    })
    expect((await rows()).map(({ entry }) => JSON.parse(entry))).toEqual(await log())
  })

  it('[DECISIONS-3] says of a vote when some of its voters came in by an open link', async () => {
    workshop = await server.openWorkshop()
    await happen(round({ identity: 'open-link' }))
    expect((await log())[0]).toMatchObject({ how: 'Dot vote: “Where to begin?”. Some of the voters came in by an open link.' })
  })

  it('[DECISIONS-1] keeps no entry of an act that failed, and no gap in the numbers', async () => {
    workshop = await server.openWorkshop()
    const failed = server.app.context.governed(workshop.workshopId, async (tx) => {
      await hear?.(tx, workshop.workshopId, round())
      throw new Error('the act failed')
    })
    await expect(failed).rejects.toThrow('the act failed')
    expect(await rows()).toEqual([])
    await happen(round())
    expect((await log()).map(({ number }) => number)).toEqual([1])
  })

  it('[DECISIONS-4] says that a check was overruled and why', async () => {
    workshop = await server.openWorkshop()
    await happen(adoption({ overrideReason: 'Agreed aloud.' }))
    expect((await log())[0]).toMatchObject({ overrideReason: 'Agreed aloud.', how: 'Adopted without a check.' })
  })

  it('[DECISIONS-3] says that nobody had answered instead of counting nought', async () => {
    workshop = await server.openWorkshop()
    await happen(adoption({ agreement: { ...check(), answered: 0, passed: false, levels: [], reservations: [] } }))
    expect((await log())[0]).toMatchObject({ how: 'Resonance check: nobody had answered on this text.' })
    expect((await log())[0]).not.toHaveProperty('turnout')
  })

  it('[DRAFTS-139] says which version was adopted, once there is more than one', async () => {
    workshop = await server.openWorkshop()
    await happen(adoption())
    await happen(adoption({ draftId: 'draft_2', version: 2, text: 'One bright door.', textHash: 'b'.repeat(64) }))
    expect((await log()).map(({ words }) => words)).toEqual([
      'Vision adopted: One front door.',
      'Vision, version 2, adopted: One bright door.',
    ])
  })

  it('[DECISIONS-5] keeps the answers of a secret check without names', async () => {
    workshop = await server.openWorkshop()
    await happen(adoption({ agreement: { ...check(), reservations: [{ answer: 'not-yet', reason: 'The tribes are not named.' }] } }))
    expect((await log())[0]?.reservations).toEqual([{ answer: 'Not yet', reason: 'The tribes are not named.' }])
  })

  it('[DECISIONS-8] writes a fact that arrives twice once', async () => {
    workshop = await server.openWorkshop()
    await happen(adoption(), adoption())
    await happen(adoption({ atMs: 9_000 }))
    expect(await log()).toHaveLength(1)
    await happen(adoption({ textHash: 'b'.repeat(64) }))
    expect(await log()).toHaveLength(2)
  })

  it('[DECISIONS-2] refuses every client that writes to the log, the host included, and leaves it as it was', async () => {
    workshop = await server.openWorkshop()
    await happen(round())
    const before = await log()
    const [entry] = before
    const changes: ((doc: Y.Doc) => void)[] = [
      (doc) => void doc.getMap('decisions').delete(entry?.id ?? ''),
      (doc) => void (doc.getMap('decisions').get(entry?.id ?? '') as Y.Map<unknown>).set('words', 'Something else.'),
      (doc) =>
        void doc.getMap('decisions').set('decision_forged', new Y.Map(Object.entries({ ...entry, id: 'decision_forged', number: 2 }))),
    ]
    for (const change of changes) {
      const room = workshop.host.connect(recordRoom(workshop.workshopId))
      await room.synced()
      change(room.doc)
      await until(() => room.refused !== undefined || room.closed !== undefined, 'the refusal')
      room.destroy()
      expect(await log()).toEqual(before)
    }
    expect(await rows()).toHaveLength(1)
  })
})

function check(): NonNullable<Extract<Decided, { kind: 'statement/adopted' }>['agreement']> {
  return {
    roundId: 'round_9',
    method: 'resonance',
    secret: false,
    eligible: 12,
    answered: 9,
    passed: true,
    levels: [
      { answer: 'resonates', people: 8 },
      { answer: 'live-with', people: 0 },
      { answer: 'not-yet', people: 1 },
    ],
    reservations: [{ name: 'Ben', answer: 'not-yet', reason: 'The tribes are not named.' }],
  }
}
