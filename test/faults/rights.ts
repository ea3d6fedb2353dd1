import type { Fault } from './fault'

const selectors = 'shared/tools/votes/selectors.ts'
const permissions = 'shared/tools/votes/permissions.ts'

/** Faults in who may do what. */
export const rightsFaults: readonly Fault[] = [
  {
    what: 'facilitators vote although the round does not say so',
    file: selectors,
    from: 'return round.facilitatorsVote',
    to: 'return true',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'voters are not let vote',
    file: selectors,
    from: "    case 'voter':\n      return true",
    to: "    case 'voter':\n      return false",
    tests: ['shared/tools/votes/selectors', 'server/tools/votes/roll'],
  },
  {
    what: 'people from an open link vote where it binds',
    file: selectors,
    from: "if (round.binding && identity === 'open-link') return false",
    to: "if (round.binding && identity === 'lobby') return false",
    tests: ['shared/tools/votes/selectors', 'server/tools/votes/roll'],
  },
  {
    what: 'observers cast',
    file: 'server/tools/votes/casting.ts',
    from: "if (!seat || seat.role === 'observer')",
    to: 'if (!seat)',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'who may vote is not asked',
    file: 'server/tools/votes/casting.ts',
    from: '  if (!before) demandEligible(seat, round)\n',
    to: '',
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'somebody who was removed meanwhile casts',
    file: 'server/tools/votes/roll.ts',
    from: "    .where('id', '=', id)\n    .where('removed_at_ms', 'is', null)\n",
    to: "    .where('id', '=', id)\n",
    tests: ['server/tools/votes/attack/rights'],
  },
  {
    what: 'a round is reached from another workshop',
    file: 'server/tools/votes/ledger.ts',
    from: "    .where('id', '=', roundId)\n    .where('workshop_id', '=', workshopId)\n",
    to: "    .where('id', '=', roundId)\n",
    tests: ['server/tools/votes/attack/rights'],
  },
  {
    what: 'participants close rounds',
    file: permissions,
    from: "'votes/close': facilitators",
    to: "'votes/close': writers",
    tests: ['server/tools/votes/casting'],
  },
  {
    what: 'everybody sees who has not voted yet',
    file: permissions,
    from: "'votes/see-who-finished': facilitators",
    to: "'votes/see-who-finished': everyone",
    tests: ['server/tools/votes/seal'],
  },
  {
    what: 'somebody who was removed still has a seat',
    file: 'server/auth/seats.ts',
    from: "    .where('participants.removed_at_ms', 'is', null)\n",
    to: '',
    tests: ['server/permission-matrix'],
  },
  {
    what: 'whoever voted votes late once more',
    file: 'server/tools/votes/casting.ts',
    from: '(await votedBefore(tx, round)).has(actor.id)',
    to: 'false',
    tests: ['server/tools/votes/provisional'],
  },
  {
    what: 'somebody with two seats votes the first time and late',
    file: 'server/tools/votes/merging.ts',
    from: 'const hasVoted = (await votedBefore(tx, round)).has(into)',
    to: 'const hasVoted = false',
    tests: ['server/tools/votes/provisional'],
  },
  {
    what: 'late answers are taken after their date',
    file: 'server/tools/votes/casting.ts',
    from: 'return nowMs < untilMs && (',
    to: 'return nowMs < untilMs + 1e9 && (',
    tests: ['server/tools/votes/provisional'],
  },
]
