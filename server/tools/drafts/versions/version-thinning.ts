/** A version as far as thinning out looks at it. */
export interface KeptVersion {
  readonly id: string
  readonly kind: string
  readonly at_ms: number
}

/**
 * The versions that go, so that at most `most` of those nobody named or adopted are left: always the one whose
 * neighbours are closest to each other for its age, so that the last minutes stay fine and old days become coarse.
 *
 * @param versions all of one wording, oldest first; the first and the last always stay
 */
export function thinnedOut<V extends KeptVersion>(versions: readonly V[], most: number, nowMs: number): readonly V[] {
  const kept = [...versions]
  const gone: V[] = []
  while (kept.filter(mayGo).length > most) {
    const inner = kept.slice(1, -1).map((version, index) => ({ version, nearness: nearnessOf(kept, index + 1, nowMs) }))
    const [closest] = inner.filter(({ version }) => mayGo(version)).sort((a, b) => a.nearness - b.nearness)
    if (!closest) break
    gone.push(closest.version)
    kept.splice(kept.indexOf(closest.version), 1)
  }
  return gone
}

function mayGo({ kind }: KeptVersion): boolean {
  return kind === 'automatic' || kind === 'restored' || kind === 'accepted'
}

/** How far its neighbours are from each other, as a share of its age. */
function nearnessOf(versions: readonly KeptVersion[], index: number, nowMs: number): number {
  const [before, own, after] = versions.slice(index - 1, index + 2).map(({ at_ms }) => at_ms)
  return ((after ?? nowMs) - (before ?? 0)) / (nowMs - (own ?? nowMs) + 1)
}
