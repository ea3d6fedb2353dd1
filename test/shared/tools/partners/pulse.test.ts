import { describe, expect, it } from 'vitest'
import { type GivenPulse, pulseTrends } from '../../../../shared/tools/partners/pulse'

const partners = [
  { id: 'partner_a', name: 'Adult Education', contact: 'Coordinator' },
  { id: 'partner_b', name: 'Basin Hospital' },
  { id: 'partner_c', name: 'College' },
] as const
const given = (partnerId: string, on: string, serves: number, place: number): GivenPulse => ({ partnerId, on, serves, place })

describe('the pulse of partners', () => {
  it('[PARTNERS-53] is the mean of a day, and falls when the last is lower', () => {
    const trends = pulseTrends(partners, [
      given('partner_b', '2026-02-01', 0, 0),
      given('partner_b', '2026-01-01', 2, 2),
      given('partner_a', '2026-01-01', 2, 2),
      given('partner_a', '2026-02-01', 2, 2),
      given('partner_a', '2026-02-01', 1, 1),
      given('partner_gone', '2026-02-01', 0, 0),
    ])
    expect(trends.map(({ name, isFalling, points }) => [name, isFalling, points.map(({ value }) => value)])).toEqual([
      ['Basin Hospital', true, [4, 0]],
      ['Adult Education', true, [4, 3]],
    ])
    expect(trends[1]?.contact).toBe('Coordinator')
  })

  it('[PARTNERS-53] does not fall after one answer, nor when it rises again', () => {
    const trends = pulseTrends(partners, [
      given('partner_c', '2026-01-01', 0, 0),
      given('partner_b', '2026-01-01', 2, 2),
      given('partner_b', '2026-02-01', 0, 0),
      given('partner_b', '2026-03-01', 1, 0),
    ])
    expect(trends.map(({ name, isFalling }) => [name, isFalling])).toEqual([
      ['Basin Hospital', false],
      ['College', false],
    ])
  })
})
