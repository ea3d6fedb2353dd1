import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../../server/auth/client-address'

describe('client address', () => {
  it('is the connection’s own while no proxy is trusted', () => {
    expect(clientAddress('10.0.0.9', '1.2.3.4', 0)).toBe('10.0.0.9')
  })

  it('is what the outermost trusted proxy saw, never what the client wrote before it', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4')
    expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2)).toBe('1.2.3.4')
  })

  it('falls back to the connection when the proxy says nothing', () => {
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
  })

  it('has one spelling, and counts an IPv6 network as one', () => {
    expect(clientAddress('::ffff:10.0.0.9', null, 0)).toBe('10.0.0.9')
    expect(clientAddress('2001:db8:1:2:3:4:5:6', null, 0)).toBe(clientAddress('2001:db8:1:2:9:9:9:9', null, 0))
  })
})
