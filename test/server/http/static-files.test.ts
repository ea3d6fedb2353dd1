import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { serveClient } from '../../../server/http/static-files'

async function served(): Promise<Hono> {
  const folder = mkdtempSync(path.join(tmpdir(), 'convene-client-'))
  writeFileSync(path.join(folder, 'index.html'), '<title>Convene</title>')
  const app = new Hono()
  await serveClient(app, folder)
  return app
}

describe('the pages that the client draws', () => {
  it.each(['/', '/new', '/j/123456', '/verify', '/row/ws_1', '/w/ws_1', '/w/ws_1/', '/w/ws_1/step_1'])('answer at %s', async (address) => {
    const answer = await (await served()).request(address, { headers: { accept: 'text/html' } })
    expect([answer.status, await answer.text()]).toEqual([200, '<title>Convene</title>'])
  })

  it('are not to be had at other addresses', async () => {
    const answer = await (await served()).request('/w/ws_1/step_1/more', { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(404)
  })
})
