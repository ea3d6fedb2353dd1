import { describe, expect, it } from 'vitest'
import { thinnedOut } from '../../../../../server/tools/drafts/versions/version-thinning'

const minuteMs = 60_000
const nowMs = 1_000 * minuteMs

function every(minutes: number, count: number, kind = 'automatic') {
  return Array.from({ length: count }, (_, n) => ({ id: `${kind}-${n}`, kind, at_ms: nowMs - (count - n) * minutes * minuteMs }))
}

describe('which versions go', () => {
  it('[DRAFTS-69] never the first, the newest, the named and the adopted ones', () => {
    const versions = [...every(30, 10), ...every(10, 5, 'named'), ...every(1, 5, 'adopted'), ...every(0.1, 3)]
    const gone = thinnedOut(versions, 2, nowMs)
    expect(gone.every(({ kind }) => kind === 'automatic')).toBe(true)
    expect(gone).not.toContain(versions[0])
    expect(gone).not.toContain(versions.at(-1))
    expect(versions.length - gone.length).toBe(12)
  })

  it('[DRAFTS-69] those of the last minutes stay finer than old ones', () => {
    let kept: { id: string; kind: string; at_ms: number }[] = []
    for (let minute = 1; minute <= 1_000; minute += 1) {
      kept.push({ id: `${minute}`, kind: 'automatic', at_ms: minute * minuteMs })
      const gone = new Set(thinnedOut(kept, 20, minute * minuteMs))
      kept = kept.filter((version) => !gone.has(version))
    }
    const ages = kept.map(({ at_ms }) => (nowMs - at_ms) / minuteMs)
    expect(kept).toHaveLength(20)
    expect(ages.filter((minutes) => minutes < 60).length).toBeGreaterThanOrEqual(5)
    expect(ages.filter((minutes) => minutes > 500).length).toBeGreaterThanOrEqual(1)
  })
})
