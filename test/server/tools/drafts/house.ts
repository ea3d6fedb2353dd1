import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type * as Y from 'yjs'
import { openStore } from '../../../../server/storage/database'
import { openSync } from '../../../../server/sync/sync'
import { copiedDocs } from '../../../../server/tools/copied-docs'
import { createReviews } from '../../../../server/tools/drafts/adopting/reviews'
import { createMinorities } from '../../../../server/tools/drafts/minority/minorities'
import type { DraftsPorts } from '../../../../server/tools/drafts/ports'
import { createDrafts, type DraftsService } from '../../../../server/tools/drafts/service'
import { createVersions } from '../../../../server/tools/drafts/versions/versions'
import { toolMigrations } from '../../../../server/tools/migrations'
import type { AgreementSummary, Fact, ServerContext } from '../../../../server/tools/server-tool'
import { takeName } from '../../../../server/workshop/naming'
import { createAgendaPort } from '../../../../server/workshop/placed-steps'
import type { Actor, Role } from '../../../../shared/access/actor'
import { newId } from '../../../../shared/doc/ids'
import { type RoomName, recordRoom } from '../../../../shared/sync/room-name'
import { tools } from '../../../../shared/tools/registry'
import { sourcesOf } from '../../../../shared/tools/sources'
import { agenda, participants } from '../../../../shared/workshop/collections'

/** A workshop on a real store with real governed acts; only the check on a wording is set by hand. */
export interface House {
  readonly context: ServerContext
  readonly drafts: DraftsService
  readonly facts: Fact[]
  readonly workshopId: Actor['workshopId']
  /** Answers of the check, set by the test. */
  agreement: AgreementSummary | undefined
  actor(role: Role): Actor
  /** Writes into a document as the server would. */
  write(room: RoomName, write: (doc: Y.Doc) => void): Promise<void>
  close(): Promise<void>
}

export const stepId = 'step_abcdefgh'
export const stepDraftId = 'draft_abcdefgh'

export async function openHouse(): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'convene-drafts-'))
  const store = await openStore(dataDir, toolMigrations)
  const sync = openSync({ store, definitions: Object.values(tools), origin: 'http://localhost', log: pino({ level: 'silent' }) })
  const { context } = sync
  const workshopId: Actor['workshopId'] = newId('ws')
  const facts: Fact[] = []
  const people = new Map<Role, Actor['id']>()
  const ports: DraftsPorts = {
    agreementOf: async () => house.agreement,
    sourcesIn: async (id) => sourcesOf(await copiedDocs(context, id)),
    takeName: (tx, id, name) => takeName(context, tx, id, name),
  }
  const house: House = {
    context,
    drafts: createDrafts(context, ports, createVersions(context), {
      reviews: createReviews(context, createAgendaPort(context)),
      minorities: createMinorities(context, { dissentOn: async () => undefined }),
    }),
    facts,
    workshopId,
    agreement: undefined,
    actor(role) {
      const id = people.get(role) ?? newId('p')
      people.set(role, id)
      return { workshopId, id, role }
    },
    write: (room, write) => context.governed(workshopId, async () => ({ result: undefined, writes: [{ room, write }] })),
    async close() {
      await sync.close()
      await store.close()
      rmSync(dataDir, { recursive: true })
    },
  }
  sync.bind([
    {
      routes() {},
      async hear(_tx, _workshopId, fact) {
        facts.push(fact)
        return []
      },
    },
  ])
  await context.governed(workshopId, async (tx) => {
    const row = {
      id: workshopId,
      title: 'W',
      opened_as: null,
      created_at_ms: 1,
      template: null,
      join_code: null,
      join_code_used_at_ms: 1,
      deleted_at_ms: null,
    }
    await tx.insertInto('workshops').values(row).execute()
    return {
      result: undefined,
      writes: [
        {
          room: recordRoom(workshopId),
          write(doc) {
            agenda.put(doc, {
              id: stepId,
              title: 'Write',
              minutes: 5,
              tool: 'drafts',
              subject: { collection: 'drafts', id: stepDraftId },
              order: 'a0',
            })
            for (const role of ['host', 'facilitator', 'contributor'] as const) {
              participants.put(doc, { id: house.actor(role).id, name: `The ${role}`, role, colour: 1, joinedAtMs: 1 })
            }
          },
        },
      ],
    }
  })
  return house
}

/** A check that passed, with one person who can live with it. */
export const passed: AgreementSummary = {
  roundId: 'round_abcdefgh',
  method: 'resonance',
  secret: false,
  eligible: 12,
  answered: 11,
  passed: true,
  levels: [
    { answer: 'resonates', people: 10 },
    { answer: 'live-with', people: 1 },
    { answer: 'not-yet', people: 0 },
  ],
  reservations: [{ name: 'Tom Nakamura', answer: 'live-with', reason: 'The wage belongs in Measures.' }],
  missing: ['Ben Whitehorse'],
}
