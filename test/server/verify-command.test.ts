import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server'
import { letIn, openVote } from '../support/votes'

const folder = mkdtempSync(path.join(tmpdir(), 'convene-verify-'))
let server: TestServer
let exported: string

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '20' } })
  const workshop = await server.openWorkshop()
  const vote = await openVote(workshop)
  for (const voter of await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan', 'Eli')) await vote.cast(voter, [2, 1, 0])
  await vote.closed()
  exported = JSON.stringify((await workshop.host.get(`${vote.path}/export`)).body)
})
afterAll(() => server.close())

/** The command as `npm run verify` runs it, in a process of its own. */
function runVerify(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts', 'verify', ...args], {
    encoding: 'utf8',
  })
  return { code: status, output: stdout + stderr }
}

function fileWith(text: string): string {
  const file = path.join(mkdtempSync(path.join(folder, 'file-')), 'vote.json')
  writeFileSync(file, text)
  return file
}

describe('npm run verify', () => {
  it('[VOTES-63] ends with 0 and says what it checked when all holds', () => {
    const { code, output } = runVerify(fileWith(exported))
    expect([code, output]).toEqual([0, expect.stringContaining('This file holds')])
    expect(output).toContain('Which goals do we start?')
    expect(output).toContain('ok   The count. 5 ballots counted again give this result.')
    expect(output).toMatch(/Fingerprint [0-9a-f]{4} /)
  })

  it('[VOTES-63] ends with 1 and names what was changed when something does not hold', () => {
    const { code, output } = runVerify(fileWith(exported.replace('"rank":2', '"rank":1')))
    expect(code).toBe(1)
    expect(output).toContain('FAIL The count. “Council”: the result says rank 1, the ballots give 2.')
    expect(output).toContain('This file does not hold')
  })

  it('[VOTES-63] ends with 2 when there is nothing to read', () => {
    expect(runVerify(fileWith('Rank,Option'))).toEqual({ code: 2, output: expect.stringContaining('is not JSON') })
    expect(runVerify(path.join(folder, 'nowhere.json'))).toEqual({ code: 2, output: expect.stringContaining('cannot be read') })
    expect(runVerify()).toEqual({ code: 2, output: expect.stringContaining('npm run verify -- <file.json>') })
  })
})
