import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../../../../server/storage/database'
import { toolMigrations } from '../../../../../server/tools/migrations'
import { startTestServer, type TestServer, until } from '../../../../support/server'
import { letIn, openVote } from '../../../../support/votes'
import { lettersOf } from './needles'

const patienceMs = 20_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((file) => lettersOf(readFileSync(path.join(folder, file))))
    .join('\n')
}

describe('what a secret round must forget', () => {
  it('[VOTES-75] is gone from the disk too when a wording is adopted while its check is open', async () => {
    const workshop = await server.openWorkshop()
    const voters = await letIn(workshop, 'Amara', 'Ben')
    const at = `/api/workshops/${workshop.workshopId}`
    const file = { format: 'markdown', text: 'One door by March.' }
    const draft = await workshop.host.post(`${at}/drafts/import`, { target: { kind: 'goal', title: 'One door' }, file })
    const { draftId } = draft.body
    const { textHash } = (await workshop.host.get(`${at}/drafts/${draftId}`)).body
    const subject = { draftId, textHash }
    const check = await openVote(workshop, { method: 'gradients', subject, options: undefined, dots: undefined, maxPerOption: undefined })
    for (const [index, voter] of voters.entries()) {
      const cast = await check.answer(voter, 7, { reason: `MARKER-forgotten-${index}`, textHash })
      expect(cast.status).toBe(200)
    }
    expect(bytesIn(server.dataDir)).toContain('MARKER-forgotten')
    const adopted = await workshop.host.post(`${at}/drafts/${draftId}/adopt`, { textHash, override: { reason: 'Agreed aloud.' } })
    expect(adopted.status).toBe(200)
    expect((await check.read()).body.state).toBe('closed')
    await until(() => !bytesIn(server.dataDir).includes('MARKER-forgotten'), 'the scrubbed files', patienceMs)
  })

  it('[VOTES-75] is gone after a restart where the server was killed before it had emptied its log', async () => {
    const [folder, copy] = [mkdtempSync(path.join(tmpdir(), 'convene-log-')), mkdtempSync(path.join(tmpdir(), 'convene-log-'))]
    try {
      const store = await openStore(folder, toolMigrations)
      const request = { round_id: 'round_1', participant_id: 'p_1', request_key: 'MARKER-in-log', body_hash: '', answer: '{}' }
      const workshop = {
        id: 'ws_1',
        title: '',
        created_at_ms: 0,
        template: null,
        join_code: null,
        join_code_used_at_ms: 0,
        deleted_at_ms: null,
      }
      const round = { id: 'round_1', workshop_id: 'ws_1', state: 'open', terms: '{}', revision: 0, created_by: 'p_1', created_at_ms: 0 }
      await store.writing.insertInto('workshops').values(workshop).execute()
      await store.writing
        .insertInto('rounds')
        .values({ ...round, draft_id: null })
        .execute()
      await store.writing.insertInto('ballot_requests').values(request).execute()
      await store.writing.deleteFrom('ballot_requests').execute()
      for (const file of readdirSync(folder).filter((name) => name.startsWith('convene.sqlite'))) {
        if (!file.endsWith('-shm')) cpSync(path.join(folder, file), path.join(copy, file))
      }
      await store.close()
      expect(bytesIn(copy)).toContain('MARKER-in-log')
      const again = await openStore(copy, toolMigrations)
      expect(bytesIn(copy)).not.toContain('MARKER-in-log')
      await again.close()
    } finally {
      for (const each of [folder, copy]) rmSync(each, { recursive: true, force: true })
    }
  })
})
