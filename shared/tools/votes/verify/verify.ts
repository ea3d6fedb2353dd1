import type { RoundExport } from '../round-export'
import { checkBallots } from './ballots'
import { checkLedger, checkRoundChain, entryOf } from './chain'
import { type Check, checkOf, shortHash } from './check'
import { checkFinal } from './final-part'
import { checkLapsed } from './lapsed-part'
import { readExport } from './read-export'
import { checkCount } from './recount'
import { checkResult, checkTerms, checkTurnout } from './sealed-parts'
import { unprovenIn } from './unproven'

/** What checking a file came to. */
export type Verification =
  | { readonly state: 'unreadable'; readonly words: string }
  | {
      readonly state: 'checked'
      readonly holds: boolean
      readonly checks: readonly Check[]
      /** The vote that the file is of; absent for a whole chain and for a damaged file. */
      readonly round?: RoundExport
      /** The end of the chain: equal in everybody's export of the same vote, and in no other history of it. */
      readonly fingerprint?: string
    }

/** Checks the text of an exported file. Needs no server, no network and no secret. */
export function verify(text: string): Verification {
  const read = readExport(text)
  switch (read.kind) {
    case 'unreadable':
      return { state: 'unreadable', words: read.words }
    case 'damaged':
      return outcome([checkOf('The file', read.faults, '')])
    case 'ledger':
      return { ...outcome([wholeFile, checkLedger(read.file)]), ...fingerprintOf(read.file.chain.at(-1)?.hash) }
    case 'round': {
      const { file } = read
      const checks = [checkTerms, checkBallots, checkCount, checkResult, checkTurnout, checkRoundChain].map((check) => check(file))
      return {
        ...outcome([wholeFile, ...checks, ...checkLapsed(file), ...checkFinal(file), ...unprovenIn(file)]),
        round: file,
        ...fingerprintOf(entryOf(file, 'vote/closed')?.hash),
      }
    }
  }
}

const wholeFile = checkOf('The file', [], 'All parts of an export are there and can be read.')

function outcome(checks: readonly Check[]) {
  return { state: 'checked' as const, holds: checks.every(({ state }) => state !== 'failed'), checks }
}

function fingerprintOf(hash: string | undefined): { readonly fingerprint?: string } {
  return hash === undefined ? {} : { fingerprint: shortHash(hash) }
}
