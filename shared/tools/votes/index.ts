import type { Source, ToolDefinition } from '../tool'
import { votesCatchUpWords } from './catch-up'
import { rounds } from './collections'
import { concerns } from './concern-collection'
import { contract } from './contract'
import { decidedIn } from './decided'
import { decisionsOn } from './decisions-on'
import { votesFills } from './fills'
import { methodLabels } from './methods'
import { votesOutline } from './outline'
import { problem } from './problems'
import type { Round } from './schema'
import { isLate, lateVotes, votesOf } from './selectors'

/** Deciding: dot votes, other rounds, and checks on a wording. */
export const votesTool = {
  id: 'votes',
  label: 'Decide',
  board: [],
  record: [rounds, concerns],
  contract,
  problems: problem.table,
  outline: votesOutline,
  catchUp: votesCatchUpWords,
  progress({ record }) {
    const everything = rounds.all(record)
    const all = votesOf(everything).filter((round) => !isLate(round))
    const done = all.filter(({ state }) => state === 'closed').length
    const open = all.filter(({ state }) => state === 'open' || state === 'closing').length
    const closed = done === 1 ? '1 vote closed' : `${done} votes closed`
    const late = lateVotes(everything).length > 0 ? ', late answers open' : ''
    return { done, total: all.length, summary: all.length === 0 ? 'No votes yet' : `${closed}${open > 0 ? `, ${open} open` : ''}${late}` }
  },
  sources: ({ record }) => [
    {
      title: 'Decisions',
      items: votesOf(rounds.all(record))
        .filter(({ state }) => state === 'closed')
        .map(inWords),
      isMaterial: false,
    },
  ],
  source({ record }, ref) {
    const round = ref.collection === rounds.name ? rounds.get(record, ref.id) : undefined
    return round && inWords(round)
  },
  decisionsOn,
  decided: decidedIn,
  fills: votesFills,
  describe({ record }, ref) {
    return ref.collection === rounds.name ? rounds.get(record, ref.id)?.question : undefined
  },
} satisfies ToolDefinition

function inWords({ id, method, question }: Round): Source {
  return { ref: { collection: rounds.name, id }, kind: methodLabels[method], words: question }
}
