import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Check } from '../shared/tools/votes/verify/check'
import { verify } from '../shared/tools/votes/verify/verify'

/** What a command prints and how it ends. */
export interface CommandOutcome {
  readonly text: string
  /** 0 done, 1 something does not hold, 2 there was nothing to look at. */
  readonly exitCode: 0 | 1 | 2
}

const marks: Record<Check['state'], string> = { passed: 'ok  ', failed: 'FAIL', 'not-possible': '-   ' }

/** Checks an exported vote, without a server and without the network. */
export function verifyFile(usage: string, [file, ...more]: readonly string[]): CommandOutcome {
  if (file === undefined || more.length > 0) return { text: `Name the exported file to check: ${usage}`, exitCode: 2 }
  let text: string
  try {
    text = readFileSync(path.resolve(file), 'utf8')
  } catch {
    return { text: `${path.resolve(file)} cannot be read. Name the exported file to check: ${usage}`, exitCode: 2 }
  }
  const found = verify(text)
  if (found.state === 'unreadable') return { text: found.words, exitCode: 2 }
  const lines = [
    ...(found.round ? [found.round.terms.question] : []),
    ...found.checks.map(({ title, state, words }) => `${marks[state]} ${title}. ${words}`),
    ...(found.fingerprint ? [`Fingerprint ${found.fingerprint}: everybody’s export of this has the same.`] : []),
    found.holds
      ? 'This file holds: everything that can be checked fits together.'
      : 'This file does not hold: something in it was changed.',
  ]
  return { text: lines.join('\n'), exitCode: found.holds ? 0 : 1 }
}
