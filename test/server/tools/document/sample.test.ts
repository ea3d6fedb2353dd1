import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../../../server/demo/seed'
import { readPdf } from '../../../support/document/pdf'
import { createDevice, startTestServer, type TestServer } from '../../../support/server'

/** The target is 5 s (`npm run bench` measures it alone); here other tests share the processors. */
const sharedMs = 20_000

let server: TestServer
let path: string
let device: ReturnType<typeof createDevice>

beforeAll(async () => {
  server = await startTestServer()
  const links = await seedDemo(server.app)
  const [, workshopId = '', key = ''] = /\/w\/(ws_\w+)#k=(.+)$/.exec(links.host) ?? []
  path = `/api/workshops/${workshopId}`
  device = createDevice(server.origin)
  expect((await device.post(`${path}/session`, { key })).status).toBe(200)
})
afterAll(() => server.close())

async function bytesOf(format: string): Promise<Uint8Array> {
  const response = await fetch(`${server.origin}${path}/document.${format}`, { headers: { cookie: device.cookie } })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

describe('the sample workshop', () => {
  it('[DOCUMENT-15] comes out in all five formats in time, the first use of each engine included', async () => {
    const began = performance.now()
    for (const format of ['docx', 'pdf', 'md', 'html', 'json']) expect((await bytesOf(format)).length).toBeGreaterThan(10_000)
    expect(performance.now() - began).toBeLessThan(sharedMs)
  })

  it('[DOCUMENT-4] keeps its Spanish, emoji and long notes in the PDF, with a table head on every page of a table', async () => {
    const { text, roles, pages } = await readPdf(await bytesOf('pdf'))
    expect(text).toContain('Cuidado infantil en horario de clases nocturnas')
    expect(text.replace(/\s+/g, ' ')).toContain('By the third office she had missed two shifts and the bus home.')
    expect(roles.filter((role) => role === 'TH').length).toBeGreaterThan(10)
    expect(pages.length).toBeGreaterThan(4)
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
  })
})
