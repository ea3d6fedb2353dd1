import { describe, expect, it } from 'vitest'
import { deviceCookie, readDeviceToken } from '../../../server/auth/cookie'
import { hashSecret, newDeviceToken, newJoinCode, newLinkKey } from '../../../server/auth/secrets'

describe('device cookie', () => {
  it('is host-bound and Secure on https', () => {
    expect(deviceCookie('t', true)).toBe('__Host-convene=t; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure')
  })

  it('works without Secure on a room’s plain http', () => {
    expect(deviceCookie('t', false)).toBe('convene=t; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax')
  })

  it('is read among others, and only under the name of the present mode', () => {
    const token = newDeviceToken()
    expect(readDeviceToken(`a=1; convene=${token}; b=2`, false)).toBe(token)
    expect(readDeviceToken(`convene=${token}`, true)).toBeUndefined()
    expect(readDeviceToken(`__Host-convene=${token}`, true)).toBe(token)
    expect(readDeviceToken(`convene=${token}x`, false)).toBeUndefined()
    expect(readDeviceToken(undefined, false)).toBeUndefined()
  })
})

describe('secrets', () => {
  it('have their size: 256 bits for a device, 128 for a link, six digits for a code', () => {
    expect(Buffer.from(newDeviceToken(), 'base64url')).toHaveLength(32)
    expect(Buffer.from(newLinkKey(), 'base64url')).toHaveLength(16)
    expect(newJoinCode()).toMatch(/^[1-9]\d{5}$/)
  })

  it('are stored as their SHA-256', () => {
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
