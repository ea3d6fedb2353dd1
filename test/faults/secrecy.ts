import type { Fault } from './fault'

const result = 'shared/tools/votes/result.ts'
const seal = ['server/tools/votes/seal']

/** Faults in keeping counts until the close, and secrets for ever. */
export const secrecyFaults: readonly Fault[] = [
  {
    what: 'a cast tells everybody what it was',
    file: 'server/tools/votes/cast-news.ts',
    from: 'if (turnout) rounds.patch(doc, round.id, { turnout, revision })',
    to: 'if (turnout) rounds.patch(doc, round.id, { turnout, revision, question: JSON.stringify(first.choice) })',
    tests: seal,
  },
  {
    what: 'every move of a dot is heard',
    file: 'server/tools/votes/casting.ts',
    from: 'turnoutChanged: !before || before.done !== done',
    to: 'turnoutChanged: true',
    tests: seal,
  },
  {
    what: 'a secret round keeps who chose what',
    file: 'server/tools/votes/closing.ts',
    from: '  if (round.secret) await ledger.unlinkBallots(tx, round.id)\n',
    to: '',
    tests: seal,
  },
  {
    what: 'a secret round keeps whose receipt it was',
    file: 'server/tools/votes/ledger.ts',
    from: '.set({ choice: null, receipt: null, salt: null })',
    to: '.set({ choice: null, salt: null })',
    tests: seal,
  },
  {
    what: 'a secret round keeps the answers to its requests',
    file: 'server/tools/votes/ledger.ts',
    from: "salt: null }).where('round_id', '=', roundId).execute()\n  await tx.deleteFrom('ballot_requests').where('round_id', '=', roundId).execute()",
    to: "salt: null }).where('round_id', '=', roundId).execute()",
    tests: seal,
  },
  {
    what: 'what was deleted lingers in the log',
    file: 'server/tools/votes/service.ts',
    from: 'scrub: isPartOfSecret',
    to: 'scrub: false',
    tests: seal,
  },
  {
    what: 'adopting closes a secret check and leaves its ballots in the log',
    file: 'server/tools/drafts/service.ts',
    from: '          scrub: true,\n',
    to: '',
    tests: ['server/tools/votes/attack/forgetting'],
  },
  {
    what: 'a start after a kill leaves in the log what was deleted',
    file: 'server/storage/database.ts',
    from: "    db.pragma('wal_checkpoint(TRUNCATE)')\n    return db",
    to: '    return db',
    tests: ['server/tools/votes/attack/forgetting'],
  },
  {
    what: 'two ballots of a secret round are told apart',
    file: 'shared/tools/votes/secrecy.ts',
    from: 'export const fewestSecretBallots = 3',
    to: 'export const fewestSecretBallots = 2',
    tests: seal,
  },
  {
    what: 'four ballots of a secret round are published',
    file: 'shared/tools/votes/secrecy.ts',
    from: 'fewestForBreadth = 5',
    to: 'fewestForBreadth = 4',
    tests: ['shared/tools/votes/result', 'shared/tools/votes/breakdown'],
  },
  {
    what: 'published ballots stand in the order of the people',
    file: result,
    from: '.sort((a, b) => (a.receipt < b.receipt ? -1 : 1))',
    to: '.sort((a, b) => (a.participantId < b.participantId ? -1 : 1))',
    tests: seal,
  },
  {
    what: 'a group of two is told apart',
    file: 'shared/tools/votes/cells.ts',
    from: 'const smallestCell = 3',
    to: 'const smallestCell = 2',
    tests: ['shared/tools/votes/breakdown'],
  },
  {
    what: 'one hidden group can be worked out from the total',
    file: 'shared/tools/votes/cells.ts',
    from: 'if (away.size === 0 || (away.size > 1 && together >= smallestCell)) break',
    to: 'if (away.size === 0 || together >= 0) break',
    tests: ['shared/tools/votes/breakdown'],
  },
  {
    what: 'a margin tells how two people of one organisation voted',
    file: 'shared/tools/votes/margin.ts',
    from: 'const fewestForMargin = 3',
    to: 'const fewestForMargin = 2',
    tests: ['shared/tools/votes/result', 'shared/tools/votes/counting', 'shared/tools/votes/agreement'],
  },
  {
    what: 'a sealed check says how it stands',
    file: 'server/tools/votes/agreement-of.ts',
    from: "if (method !== 'resonance' && round.state !== 'closed') {",
    to: "if (method !== 'resonance' && round.state === 'cancelled') {",
    tests: ['server/tools/votes/checks', 'server/tools/votes/consenting'],
  },
  {
    what: 'a commitment can be guessed',
    file: 'server/tools/votes/commitment.ts',
    from: 'return sha256Hex(committedText(salt, receipt, choice))',
    to: "return sha256Hex(committedText('', receipt, choice))",
    tests: ['server/tools/votes/export', 'server/tools/votes/verify'],
  },
  {
    what: 'an export of a round that is open',
    file: 'server/tools/votes/round-export.ts',
    from: "if (row.state !== 'closed' || !row.result || !row.turnout)",
    to: "if (row.state === 'cancelled')",
    tests: ['server/tools/votes/export'],
  },
  {
    what: 'who has voted is read in the chain of an open round',
    file: 'server/tools/votes/ledger-export.ts',
    from: "entry.kind === 'vote/cast' && !closed.has(entry.payload.roundId) ? sealed(entry) : entry",
    to: "entry.kind === 'vote/none' ? sealed(entry) : entry",
    tests: ['server/tools/votes/export'],
  },
]
