import type { ToolDefinition } from '../tool'
import { decisionsCatchUpWords } from './catch-up'
import { decisions } from './collections'
import { decisionsOutline } from './outline'
import { plural } from './words'

/** The decision log: what was decided, how, by how many, with which reservations. */
export const decisionsTool: ToolDefinition = {
  id: 'decisions',
  label: 'Decision log',
  board: [],
  record: [decisions],
  contract: {},
  problems: {},
  outline: decisionsOutline,
  catchUp: decisionsCatchUpWords,
  progress(docs) {
    const count = decisions.all(docs.record).length
    return { done: count, total: count, summary: plural(count, 'decision') }
  },
  describe(docs, ref) {
    if (ref.collection !== decisions.name) return undefined
    const decision = decisions.get(docs.record, ref.id)
    return decision && `Decision ${decision.number}: ${decision.words}`
  },
}
