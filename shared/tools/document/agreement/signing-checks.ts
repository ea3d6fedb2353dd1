import { signingChecks } from '../../../content/working-agreement'
import type { Fill } from '../../tool'

/** A question to ask before people sign; `judge` is for people to say. */
export interface SigningCheck {
  readonly id: string
  readonly text: string
  readonly state: 'good' | 'open' | 'judge'
  /** What the workshop holds that speaks against it. */
  readonly found: readonly string[]
}

/** Which fill answers a check, as far as the workshop can. */
const answeredBy: Readonly<Record<string, string>> = {
  'win-for-each': 'roster.wins',
  'cost-for-each': 'roster.giving',
  'no-unowned-role': 'roleChart',
}

/** The questions before signing, those that the workshop can answer already answered. */
export function checksBeforeSigning(fills: readonly Fill[]): readonly SigningCheck[] {
  return signingChecks.map(({ id, text }): SigningCheck => {
    const from = answeredBy[id]
    if (from === undefined) return { id, text, state: 'judge', found: [] }
    const fill = fills.find((each) => each.from === from)
    if (!fill) return { id, text, state: 'open', found: ['The workshop holds nothing about it yet.'] }
    const { open = [] } = fill
    return { id, text, state: open.length === 0 ? 'good' : 'open', found: open }
  })
}
