import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askAhead } from '../../../client/api/ahead'
import { call } from '../../../client/api/call'
import { entranceContract } from '../../../shared/workshop/entrance-contract'
import { seatContract } from '../../../shared/workshop/seat-contract'

const lobby = {
  workshopId: 'ws_abc',
  title: 'Copper Basin',
  host: { name: 'Rosa Delgado' },
  steps: [],
  people: [],
  peopleCount: 0,
  organisations: [],
  role: 'contributor',
  personal: false,
  needs: 'none',
  isWaiting: false,
}
const answers: Readonly<Record<string, unknown>> = {
  '/api/join': { workshopId: 'ws_abc', title: 'Copper Basin', needs: 'none' },
  '/api/workshops': { workshops: [] },
  '/api/workshops/ws_abc/lobby': lobby,
}
const fetched = vi.fn(async (url: string, _init: RequestInit) => Response.json(answers[url] ?? {}))

beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockClear()
})

const addresses = () => fetched.mock.calls.map(([url]) => url)

it('what the join page asks was asked ahead, and is asked once', async () => {
  askAhead({ pathname: '/j/482913', hash: '' })
  await vi.waitFor(() => expect(addresses()).toContain('/api/workshops/ws_abc/lobby'), 15_000)

  await call(entranceContract.lookUp, { body: { code: '482913' } })
  await call(entranceContract.seats, {})
  const seen = await call(entranceContract.lobby, { params: { id: 'ws_abc' }, body: { code: '482913' } })

  expect(seen.title).toBe('Copper Basin')
  expect(addresses()).toHaveLength(3)
})

it('an answer is given once, so that asking again asks the server', async () => {
  askAhead({ pathname: '/j/482913', hash: '' })
  await call(entranceContract.lookUp, { body: { code: '482913' } })
  await call(entranceContract.lookUp, { body: { code: '482913' } })
  expect(addresses().filter((url) => url === '/api/join')).toHaveLength(2)
})

it('a link with a secret asks nothing ahead, since it may bring somebody to a seat', () => {
  askAhead({ pathname: '/w/ws_abc', hash: '#k=secret' })
  expect(fetched).not.toHaveBeenCalled()
})

it('a workshop is read ahead', () => {
  askAhead({ pathname: '/w/ws_abc/step_one', hash: '' })
  const [url, init] = fetched.mock.calls[0] ?? []
  expect([init?.method, url]).toEqual([seatContract.read.method, '/api/workshops/ws_abc'])
})
