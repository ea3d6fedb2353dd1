import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { successorsOf } from './letter-copies'
import { type Letter, lettersEver, linesEver } from './wording-letters'

/** What of a wording is to come back. */
export interface Loss {
  /** Whether a letter was to be seen before. */
  wasThere(letter: Letter): boolean
  /** Whether it was, and is to be seen again. */
  isLost(letter: Letter): boolean
  /** Whether a line came since. */
  isNew(line: Y.XmlText): boolean
}

/** Letters that stood side by side. */
interface Run {
  readonly letters: Letter[]
  readonly line: Y.XmlText
  /** How many letters that were not lost come before it, in the whole wording and in its line. */
  readonly after: number
  readonly afterInLine: number
}

interface Place {
  readonly line: Y.XmlText
  readonly index: number
}

/**
 * Puts lost letters back beside those that they stood beside, wherever these stand now.
 *
 * @param cameBack is told of each where it stands now; given for letters that others wrote
 */
export function bringBack(body: Y.XmlFragment, loss: Loss, cameBack?: (letter: Letter, id: Y.ID) => void): void {
  const lines = linesEver(body)
  const letters = lines.flatMap(lettersEver)
  const runs = lostRuns(letters, loss)
  if (runs.length === 0) return
  const kept = letters.filter((letter) => loss.wasThere(letter) && !loss.isLost(letter))
  const places = placesOf(letters.filter(({ isThere }) => isThere))
  const successors = successorsOf(kept, letters).map((letter) => letter && places.get(letter))
  body.doc?.transact(({ meta }) => {
    // Of others' letters nothing is one's own to take back.
    if (cameBack) meta.set('addToHistory', false)
    // From the end, so that the places before stay what they are.
    for (const run of runs.toReversed()) {
      const place = placeBeside(run, kept, successors) ?? emptyLineFor(run, lines, loss) ?? newLine(body, run, successors)
      const first = nextId(body)
      place.line.insert(place.index, run.letters.map(({ character }) => character).join(''))
      for (const [at, letter] of run.letters.entries()) cameBack?.(letter, Y.createID(first.client, first.clock + at))
    }
  }, ySyncPluginKey)
}

function nextId({ doc }: Y.XmlFragment): Y.ID {
  return Y.createID(doc?.clientID ?? 0, doc ? Y.getState(doc.store, doc.clientID) : 0)
}

function lostRuns(letters: readonly Letter[], { wasThere, isLost }: Loss): readonly Run[] {
  const runs: Run[] = []
  let after = 0
  let afterInLine = 0
  let line: Y.XmlText | undefined
  let open: Run | undefined
  for (const letter of letters) {
    if (letter.line !== line) {
      ;({ line } = letter)
      afterInLine = 0
      open = undefined
    }
    if (isLost(letter)) {
      if (!open) {
        open = { letters: [], line: letter.line, after, afterInLine }
        runs.push(open)
      }
      open.letters.push(letter)
    } else if (wasThere(letter)) {
      after += 1
      afterInLine += 1
      open = undefined
    }
  }
  return runs
}

function placesOf(present: readonly Letter[]): ReadonlyMap<Letter, Place> {
  const places = new Map<Letter, Place>()
  let before: Place | undefined
  for (const letter of present) {
    before = { line: letter.line, index: before?.line === letter.line ? before.index + 1 : 0 }
    places.set(letter, before)
  }
  return places
}

function placeBeside(
  { line, after, afterInLine }: Run,
  kept: readonly Letter[],
  successors: readonly (Place | undefined)[],
): Place | undefined {
  let left = after - 1
  while (left >= after - afterInLine && !successors[left]) left -= 1
  const right = indexFrom(kept, after, (letter, index) => letter.line !== line || successors[index] !== undefined)
  const isRightInLine = kept[right]?.line === line
  const isLeftInLine = left >= after - afterInLine
  const [before, behind] = [successors[left], successors[right]]
  if (isLeftInLine && before && !(isRightInLine && right - after < after - 1 - left)) return { line: before.line, index: before.index + 1 }
  return isRightInLine ? behind : undefined
}

/** The empty line that came in the place of an empty one. */
function emptyLineFor({ line }: Run, lines: readonly Y.XmlText[], { isNew }: Loss): Place | undefined {
  const at = lines.indexOf(line)
  for (const side of [lines.slice(0, at).toReversed(), lines.slice(at + 1)]) {
    for (const each of side.filter(({ _item }) => !_item?.deleted)) {
      if (!isNew(each)) break
      if (each.length === 0) return { line: each, index: 0 }
    }
  }
  return undefined
}

/** A line of its own after the letter that stood before it. */
function newLine(body: Y.XmlFragment, { after }: Run, successors: readonly (Place | undefined)[]): Place {
  let left = after - 1
  while (left >= 0 && !successors[left]) left -= 1
  const block = successors[left]?.line.parent
  const parent = block?.parent
  const line = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [line])
  if (block instanceof Y.XmlElement && parent instanceof Y.XmlFragment) parent.insert(parent.toArray().indexOf(block) + 1, [paragraph])
  else body.insert(0, [paragraph])
  return { line, index: 0 }
}

/** The first index from a given one at which something holds; the length when there is none. */
function indexFrom<T>(list: readonly T[], from: number, holds: (item: T, index: number) => boolean): number {
  let index = from
  while (index < list.length && !holds(list[index] as T, index)) index += 1
  return index
}
