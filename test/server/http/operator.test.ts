import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { openApp } from '../../../server/app'
import { readConfig } from '../../../server/config'
import { limits } from '../../../shared/sync/limits'
import { createDevice, startTestServer } from '../../support/server'

const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'convene-operator-'))

describe('/metrics', () => {
  it('is read from this machine while there is no public address', async () => {
    const server = await startTestServer()
    try {
      const { status, body } = await server.device().get('/metrics')
      expect(status).toBe(200)
      expect(body).toMatch(/^convene_sockets 0$/m)
      expect(body).toMatch(/^convene_store_failing 0$/m)
    } finally {
      await server.close()
    }
  })

  it('needs the operator’s token once there is one', async () => {
    const token = 'an-operator-token-of-32-letters.'
    const server = await startTestServer({ env: { PUBLIC_URL: 'https://workshops.example.org', OPERATOR_TOKEN: token, TRUST_PROXY: '1' } })
    try {
      const ask = (authorization?: string) =>
        server.app.fetch(new Request('http://localhost/metrics', { headers: authorization ? { authorization } : {} }))
      expect((await ask()).status).toBe(404)
      expect((await ask('Bearer wrong')).status).toBe(404)
      expect((await ask(`Bearer ${token}`)).status).toBe(200)
    } finally {
      await server.close()
    }
  })
})

describe('logs', () => {
  it('hold no link, no token, no code and no name, at their most talkative', async () => {
    let written = ''
    const sink = new Writable({
      write(chunk, _encoding, done) {
        written += String(chunk)
        done()
      },
    })
    const app = await openApp(readConfig([], { PORT: '0', DATA_DIR: freshFolder(), LOG_LEVEL: 'trace' }), pino({ level: 'trace' }, sink))
    const host = createDevice(app.origin)
    const opened = await host.post('/api/workshops', { title: 'Hush', host: { name: 'Quiet Person' } })
    const { workshopId, links, joinCode } = opened.body
    const keys = Object.values<string>(links).map((link) => new URL(link).hash.slice('#k='.length))
    await createDevice(app.origin).post(`/api/workshops/${workshopId}/session`, { key: keys[0] })
    await createDevice(app.origin).post(`/api/workshops/${workshopId}/join`, { key: `${keys[1]}x`, name: 'Quiet Person' })
    await createDevice(app.origin).post('/api/join', { code: joinCode })
    const connection = host.connect(`${workshopId}/board`)
    await connection.synced()
    connection.destroy()
    await app.close()
    for (const secret of [...keys, host.cookie.split('=')[1] ?? '?', joinCode, 'Quiet Person']) expect(written).not.toContain(secret)
  })

  it('tell of a fault once, with its cause, while the person gets plain words', async () => {
    const written: unknown[] = []
    const log = { ...pino({ level: 'silent' }), error: (...args: unknown[]) => void written.push(args) }
    const config = readConfig([], { PORT: '0', DATA_DIR: freshFolder() })
    const app = await openApp(config, log as unknown as pino.Logger) // only `error` is called here
    const host = createDevice(app.origin)
    await host.post('/api/workshops', { title: 'T', host: { name: 'H' } })
    await app.context.db.destroy()
    const answer = await host.get('/api/workshops')
    expect(answer).toMatchObject({ status: 500, body: { code: 'server/fault', detail: expect.stringContaining('Nothing was changed') } })
    expect(written).toHaveLength(1)
    await app.close().catch(() => undefined)
  })
})

describe('opening workshops', () => {
  it('is limited by address, this machine excepted', async () => {
    const server = await startTestServer({ env: { TRUST_PROXY: '1' } })
    try {
      const open = (from: string) =>
        fetch(`${server.origin}/api/workshops`, {
          method: 'POST',
          headers: { origin: server.origin, 'content-type': 'application/json', 'x-forwarded-for': from },
          body: JSON.stringify({ title: 'T', host: { name: 'H' } }),
        })
      for (let index = 0; index < limits.workshopsPerHour; index++) expect((await open('203.0.113.9')).status).toBe(201)
      const refused = await open('203.0.113.9')
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await open('203.0.113.10')).status).toBe(201)
      for (let index = 0; index <= limits.workshopsPerHour; index++) expect((await open('127.0.0.1')).status).toBe(201)
    } finally {
      await server.close()
    }
  })
})

describe('a certificate of one’s own', () => {
  it('makes the server speak https, with links and cookies to match', async () => {
    const folder = freshFolder()
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
    const made = spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=localhost',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
    ])
    if (made.status !== 0) return // This machine has no openssl.
    const server = await startTestServer({ env: { TLS_CERT: cert, TLS_KEY: key } })
    try {
      expect(server.origin).toMatch(/^https:\/\/localhost:/)
      const { status, cookie } = await openOverTls(server.origin)
      expect(status).toBe(201)
      expect(cookie).toMatch(/^__Host-convene=/)
    } finally {
      await server.close()
    }
  })
})

function openOverTls(origin: string): Promise<{ readonly status: number | undefined; readonly cookie: string | undefined }> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', rejectUnauthorized: false, headers: { origin, 'content-type': 'application/json' } }
    const sent = request(`${origin}/api/workshops`, options, (response) => {
      response.resume()
      resolve({ status: response.statusCode, cookie: response.headers['set-cookie']?.[0] })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ title: 'T', host: { name: 'H' } }))
  })
}
