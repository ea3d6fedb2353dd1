import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { placeInBand } from '../../../client/ui/ring-layout'

const band = { inner: 96, outer: 148, gap: 44 }

describe('placing people in a ring', () => {
  it('[PARTNERS-15] puts one at the top, as large as it may be', () => {
    const { radius, spots } = placeInBand(1, band)
    expect(radius).toBe(20)
    expect(spots).toHaveLength(1)
    expect(spots[0]?.x).toBeCloseTo(0)
    expect(spots[0]?.y).toBeCloseTo(-122)
  })

  test.prop([fc.integer({ min: 2, max: 60 })])('[PARTNERS-15] keeps up to 60 inside the ring and apart from one another', (count) => {
    const { radius, spots } = placeInBand(count, band)
    expect(spots).toHaveLength(count)
    for (const { x, y } of spots) {
      const distance = Math.hypot(x, y)
      expect(distance - radius).toBeGreaterThanOrEqual(band.inner - 1)
      expect(distance + radius).toBeLessThanOrEqual(band.outer + 1)
    }
    for (const [index, a] of spots.entries()) {
      for (const b of spots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * radius)
    }
  })
})
