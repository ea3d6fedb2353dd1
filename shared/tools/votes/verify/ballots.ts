import { canonicalJson } from '../../../doc/canonical-json'
import { sha256Hex } from '../../../doc/sha256'
import { plural } from '../../../doc/words'
import { committedText } from '../choice'
import type { ExportedBallot, RoundExport } from '../round-export'
import { lastCasts } from './chain'
import { type Check, checkOf, notPossible } from './check'

const title = 'The ballots'

/** Whether the ballots are those that were cast (open rounds) or published at the close (secret rounds). */
export function checkBallots(file: RoundExport): Check {
  return file.terms.secret ? checkPublished(file) : checkNamed(file)
}

function checkPublished({ ballots, people, result }: RoundExport): Check {
  if (!result.published && ballots.length === 0 && people.length === 0) {
    return notPossible(title, 'Fewer than 5 people voted in this secret vote, so single ballots are not published.')
  }
  const published = new Map((result.published ?? []).map(({ receipt, ...said }) => [receipt, said]))
  const linked = ballots.filter(({ participantId, salt }) => participantId !== undefined || salt !== undefined)
  return checkOf(
    title,
    [
      ...twice(ballots),
      ...linked.map(({ receipt }) => `Ballot ${receipt} names its voter, which a secret vote never does.`),
      ...(people.length > 0 ? ['The file names people, which that of a secret vote never does.'] : []),
      ...ballots.flatMap(({ receipt, choice, lapsed }) => {
        const said = published.get(receipt)
        if (!said) return [`Ballot ${receipt} is not one of those counted at the close.`]
        return isSame({ ...choice, lapsed }, said) ? [] : [`Ballot ${receipt} was changed: the close counted something else.`]
      }),
      ...missing(
        [...published.keys()],
        ballots.map(({ receipt }) => receipt),
      ).map((receipt) => `Ballot ${receipt} is missing.`),
    ],
    `${plural(ballots.length, 'ballot')}, without names and sorted by receipt, are those counted at the close.`,
  )
}

/** In place of a participant that the file does not say. */
const nobody = 'p_'

function checkNamed(file: RoundExport): Check {
  const { ballots, result, people } = file
  const commitments = new Set([...lastCasts(file).values()].map(({ payload }) => payload.commitment))
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  const counted = new Map<string, unknown>([
    ...(result.ballots ?? []).map(({ participantId, ...said }) => [participantId, said] as const),
    // What somebody contested was said beside their ballot, not in it.
    ...(result.answers ?? []).map(({ participantId, contested: _beside, ...said }) => [participantId, said] as const),
    ...(result.earlier ?? []).map(({ participantId, contested: _beside, ...said }) => [participantId, { ...said, lapsed: true }] as const),
  ])
  const nameOf = (participantId: string) => names.get(participantId) ?? 'somebody unnamed'
  return checkOf(
    title,
    [
      ...twice(ballots),
      ...ballots.flatMap(({ salt = '', receipt, choice, participantId = nobody, lapsed }) => {
        const ballot = `Ballot ${receipt} of ${nameOf(participantId)}`
        if (!commitments.has(sha256Hex(committedText(salt, receipt, choice)))) return [`${ballot} is not what was cast.`]
        return isSame({ ...choice, lapsed }, counted.get(participantId))
          ? []
          : [`${ballot} was cast, and the result counts something else.`]
      }),
      ...missing(
        [...counted.keys()],
        ballots.map(({ participantId = nobody }) => participantId),
      ).map((participantId) => `The ballot of ${nameOf(participantId)} is missing.`),
      ...(isEqualSet(
        people.map(({ id }) => id),
        [...counted.keys()],
      )
        ? []
        : ['The people named are not those whose ballots were counted.']),
    ],
    `${plural(ballots.length, 'ballot')} are exactly what the chain recorded when they were cast.`,
  )
}

/** Whether a ballot and its place in the result say the same, reasons and wording included. */
function isSame(choice: unknown, said: unknown): boolean {
  return canonicalJson(choice) === canonicalJson(said)
}

function twice(ballots: readonly ExportedBallot[]): string[] {
  const receipts = ballots.map(({ receipt }) => receipt)
  return [...new Set(receipts.filter((receipt, index) => receipts.indexOf(receipt) !== index))].map(
    (receipt) => `Ballot ${receipt} is in the file more than once.`,
  )
}

function missing(wanted: readonly string[], there: readonly string[]): readonly string[] {
  const found = new Set(there)
  return wanted.filter((each) => !found.has(each))
}

function isEqualSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && missing(some, others).length === 0
}
