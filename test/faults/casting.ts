import type { Fault } from './fault'

const allocation = 'shared/tools/votes/allocation.ts'
const casting = 'server/tools/votes/casting.ts'
const opening = 'server/tools/votes/opening.ts'
const service = 'server/tools/votes/service.ts'
const closing = ['server/tools/votes/closing', 'server/tools/votes/attack/rights']

/** Faults in budgets, in replacing ballots and in closing. */
export const castingFaults: readonly Fault[] = [
  {
    what: 'one dot more than there is',
    file: allocation,
    from: 'if (spent > dots && ',
    to: 'if (spent > dots + 1 && ',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'one dot over the cap',
    file: allocation,
    from: 'if (values.some((value) => value > maxPerOption))',
    to: 'if (values.some((value) => value > maxPerOption + 1))',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'dots on options of another round',
    file: allocation,
    from: '.find((id) => !known.has(id))',
    to: '.find((id) => known.size === 0 && !known.has(id))',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'a ranking with gaps',
    file: allocation,
    from: '.every((rank, index) => rank === index + 1)',
    to: '.every((rank, index) => rank >= index + 1)',
    tests: ['shared/tools/votes/allocation'],
  },
  {
    what: 'a budget of more dots than any ballot has',
    file: allocation,
    from: 'if (most !== undefined && (dots < 1 || dots > most))',
    to: 'if (most !== undefined && dots < 1)',
    tests: ['server/tools/votes/casting', 'shared/tools/votes/allocation'],
  },
  {
    what: 'an old device writes over a newer ballot',
    file: casting,
    from: 'if (request.baseVersion !== (before?.version ?? 0))',
    to: 'if (request.baseVersion > (before?.version ?? 0))',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'a request that is repeated has another answer',
    file: casting,
    from: '  if (answered) return { answer: answered.answer }\n',
    to: '',
    tests: ['server/tools/votes/casting', 'server/tools/votes/concurrency'],
  },
  {
    what: 'another ballot under a used number seems to be taken',
    file: casting,
    from: 'if (answered && answered.bodyHash !== bodyHash)',
    to: 'if (answered && answered.bodyHash === undefined)',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'a ballot at the stroke of the close counts',
    file: casting,
    from: 'nowMs < closesAtMs',
    to: 'nowMs <= closesAtMs',
    tests: closing,
  },
  {
    what: 'a ballot after the close is taken',
    file: casting,
    from: "(state === 'open' ||",
    to: "(state === 'open' || state === 'closed' ||",
    tests: closing,
  },
  {
    what: 'a wording is agreed on that nobody read',
    file: casting,
    from: 'if (read !== present || present === undefined)',
    to: 'if (present === undefined)',
    tests: ['server/tools/votes/checks'],
  },
  {
    what: 'a close gives no grace',
    file: service,
    from: 'const closesAtMs = context.now() + limits.closeGraceMs',
    to: 'const closesAtMs = context.now()',
    tests: closing,
  },
  {
    what: 'a round that was closing is never closed after a restart',
    file: 'server/tools/votes/ledger.ts',
    from: "state === 'closing' || untilMs !== undefined",
    to: "state === 'closed' || untilMs !== undefined",
    tests: closing,
  },
  {
    what: 'a closed round is opened again',
    file: opening,
    from: "  if (round.state !== 'draft') throw problem('vote/closed', { roundId })\n",
    to: '',
    tests: closing,
  },
  {
    what: 'a closed round is cancelled',
    file: service,
    from: "        if (round.state === 'closed') throw problem('vote/closed', { roundId })\n",
    to: '',
    tests: closing,
  },
  {
    what: 'a cancelled round keeps its ballots',
    file: service,
    from: '        await ledger.deleteBallots(tx, roundId)\n',
    to: '',
    tests: closing,
  },
  {
    what: 'six rounds are open',
    file: opening,
    from: 'running.length >= limits.openRounds',
    to: 'running.length > limits.openRounds',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'a decision is written twice',
    file: 'server/tools/votes/recording.ts',
    from: "  if (round.recorded) throw problem('vote/recorded', { roundId })\n",
    to: '',
    tests: closing,
  },
]
