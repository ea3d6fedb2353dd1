import { hostname, networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { ownOrigin } from '../../../server/auth/own-origin'

const local = { https: false, host: '127.0.0.1', room: false }

describe('own origin', () => {
  it('is this machine alone on loopback', () => {
    const own = ownOrigin(local, 3000)
    expect(own.origin).toBe('http://localhost:3000')
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) expect(own.isOwn(origin)).toBe(true)
  })

  it.each([
    undefined,
    null,
    '',
    'null',
    'http://localhost',
    'http://localhost:3001',
    'https://localhost:3000',
    'http://localhost:3000/',
    'http://LOCALHOST:3000',
    'http://evil.example:3000',
    'http://localhost.evil.example:3000',
    'http://127.0.0.1.nip.io:3000',
    'http://192.168.1.5:3000',
    'file://',
  ])('is not %s', (origin) => {
    expect(ownOrigin(local, 3000).isOwn(origin)).toBe(false)
  })

  it('is exactly PUBLIC_URL once that is set', () => {
    const own = ownOrigin({ ...local, publicOrigin: 'https://workshops.example.org' }, 3000)
    expect(own.origin).toBe('https://workshops.example.org')
    expect(own.isOwn('https://workshops.example.org')).toBe(true)
    expect(own.isOwn('http://localhost:3000')).toBe(false)
    expect(own.isOwn('http://workshops.example.org')).toBe(false)
  })

  it('takes in the addresses and the name of the machine when it listens to the room', () => {
    const own = ownOrigin({ ...local, host: '0.0.0.0', room: true }, 3000)
    const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter(({ internal }) => !internal))
    for (const { address, family } of addresses) {
      expect(own.isOwn(`http://${family === 'IPv6' ? `[${address}]` : address}:3000`)).toBe(true)
    }
    expect(own.isOwn(`http://${hostname().toLowerCase()}:3000`)).toBe(true)
    expect(own.isOwn('http://rebound.example:3000')).toBe(false)
  })

  it('leaves the usual port out, as browsers do', () => {
    expect(ownOrigin({ ...local, https: true }, 443).isOwn('https://localhost')).toBe(true)
  })
})
