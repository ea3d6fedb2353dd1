import type { Fill, WorkshopDocs } from '../tool'
import { rounds } from './collections'
import { isAgreement, methodLabels } from './methods'
import { ruleInWords } from './rule-words'
import { newestFirst } from './selectors'

/** How the group decided about wordings the last time that a check was closed and passed. */
export function votesFills({ record }: Pick<WorkshopDocs, 'record'>): readonly Fill[] {
  const passed = rounds.all(record).filter(({ state, result }) => state === 'closed' && result?.verdict?.passed === true)
  const last = [...passed].sort(newestFirst).find(({ method }) => isAgreement(method))
  if (!last || !isAgreement(last.method)) return []
  const rule = ruleInWords(last.method, last.rule)
    .replace(/^Passes/, 'it passes')
    .replace(/\.$/, '')
  return [{ from: 'decisionMethod', words: `${methodLabels[last.method].toLowerCase()} (${rule})` }]
}
