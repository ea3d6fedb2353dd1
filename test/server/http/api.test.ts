import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../server/http/headers'
import { limits } from '../../../shared/sync/limits'
import { startTestServer, type TestServer } from '../../support/server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

function send(path: string, init: RequestInit & { readonly origin?: string | null } = {}): Promise<Response> {
  const { origin = server.origin, headers, ...rest } = init
  return fetch(server.origin + path, { ...rest, headers: { ...(origin === null ? {} : { origin }), ...headers } })
}

function post(path: string, body: unknown, origin?: string | null): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return send(path, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json' },
    ...(origin === undefined ? {} : { origin }),
  })
}

describe('state-changing requests', () => {
  it.each([
    null,
    'null',
    'http://evil.example',
    'http://localhost',
    'http://localhost:1',
    'https://localhost',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil.example#localhost',
    'file://',
    'chrome-extension://abc',
    'http://localhost:99999',
  ])('are refused with the origin %s', async (origin) => {
    const response = await post('/api/workshops', { title: 'T', host: { name: 'H' } }, origin)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'request/wrong-origin' })
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('are refused without a JSON content type, since a foreign form can send those', async () => {
    const response = await send('/api/workshops', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } })
    expect(await response.json()).toMatchObject({ status: 400, code: 'request/not-json' })
  })

  it('are refused when the body is not JSON', async () => {
    expect(await (await post('/api/workshops', '{"title":')).json()).toMatchObject({ status: 400, code: 'request/not-json' })
  })

  it('are refused beyond the size limit', async () => {
    const response = await post('/api/workshops', { title: 'x'.repeat(limits.httpBodyBytes) })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'request/too-large' })
  })

  it('name the field that is wrong', async () => {
    const response = await post('/api/workshops', { title: 'T', host: { name: '   ' } })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({ code: 'request/invalid', field: 'host.name', detail: 'host.name: Write a name.' })
  })

  it('name the field inside a choice of two shapes', async () => {
    const agenda = { steps: [{ title: '', minutes: 5, tool: 'ideas' }] }
    const response = await post('/api/workshops', { title: 'T', host: { name: 'H' }, agenda })
    expect(await response.json()).toMatchObject({ code: 'request/invalid', field: 'agenda.steps.0.title' })
  })
})

describe('every answer', () => {
  it.each(['/', '/new', '/j/123456', '/w/ws_x/step_y', '/api/openapi.json', '/healthz', '/nowhere'])(
    'of %s carries the policy',
    async (path) => {
      const { headers } = await send(path)
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    },
  )

  it('carries the policy word for word', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
  })

  it('promises nothing about https on plain http', async () => {
    const { headers } = await send('/')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('cross-origin-opener-policy')).toBeNull()
  })

  it('of the API is never kept by a cache', async () => {
    expect((await send('/api/workshops')).headers.get('cache-control')).toBe('no-store')
  })

  it('is the same for an unknown route and an unknown workshop', async () => {
    const [route, workshop] = await Promise.all([send('/api/nothing'), send('/api/workshops/ws_unknown')])
    expect(route.status).toBe(404)
    expect(await route.text()).toBe(await workshop.text())
  })
})

describe('https behind a proxy', () => {
  it('makes cookies Secure, turns on COOP and HSTS, and takes PUBLIC_URL alone as its own', async () => {
    const behind = await startTestServer({ env: { PUBLIC_URL: 'https://workshops.example.org', TRUST_PROXY: '1' } })
    try {
      const ask = (origin: string) =>
        behind.app.fetch(
          new Request('http://localhost/api/workshops', {
            method: 'POST',
            headers: { origin, 'content-type': 'application/json' },
            body: JSON.stringify({ title: 'T', host: { name: 'H' } }),
          }),
        )
      expect((await ask('http://localhost')).status).toBe(403)
      const response = await ask('https://workshops.example.org')
      expect(response.status).toBe(201)
      expect(response.headers.get('set-cookie')).toMatch(/^__Host-convene=.*; Secure$/)
      expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect((await response.json()).links.join).toMatch(/^https:\/\/workshops\.example\.org\/w\/ws_\w+#k=/)
    } finally {
      await behind.close()
    }
  })
})

describe('the description of the API', () => {
  it('lists the public contract with the schemas that validate it', async () => {
    const { openapi, paths } = await (await send('/api/openapi.json')).json()
    expect(openapi).toBe('3.1.0')
    const operations = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(operations).toEqual(
      expect.arrayContaining([
        'POST /api/workshops',
        'POST /api/join',
        'POST /api/workshops/{id}/join',
        'POST /api/workshops/{id}/session',
        'GET /api/workshops/{id}',
        'PUT /api/workshops/{id}/step',
        'GET /api/workshops/{id}/links',
        'POST /api/workshops/{id}/links',
        'DELETE /api/workshops/{id}/links',
        'PATCH /api/workshops/{id}/participants/{pid}',
      ]),
    )
    const join = paths['/api/workshops/{id}/join'].post
    expect(join.requestBody.content['application/json'].schema.properties.name).toMatchObject({
      type: 'string',
      maxLength: limits.nameLength,
    })
    expect(Object.keys(join.responses)).toEqual(['201', '4XX', '5XX'])
  })
})

describe('the client', () => {
  it('is asked for anew each time, while hashed files are kept for ever', async () => {
    const page = await send('/')
    if (page.status === 503) return // No build here; the browser journeys cover it.
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const [, asset] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? []
    const script = await send(asset ?? '/', { headers: { 'accept-encoding': 'gzip' } })
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-encoding')).toBe('gzip')
  })
})
