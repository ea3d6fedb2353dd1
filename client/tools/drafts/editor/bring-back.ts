import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { wordDifference } from '../../../../shared/doc/word-difference'
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
  text: string
  readonly line: Y.XmlText
  /** How many letters that were not lost come before it, in the whole wording and in its line. */
  readonly after: number
  readonly afterInLine: number
}

interface Place {
  readonly line: Y.XmlText
  readonly index: number
}

/** Puts lost letters back beside those that they stood beside, wherever these stand now. */
export function bringBack(body: Y.XmlFragment, loss: Loss): void {
  const lines = linesEver(body)
  const letters = lines.flatMap(lettersEver)
  const runs = lostRuns(letters, loss)
  if (runs.length === 0) return
  const kept = letters.filter((letter) => loss.wasThere(letter) && !loss.isLost(letter))
  const successors = successorsOf(kept, letters)
  body.doc?.transact(() => {
    // From the end, so that the places before stay what they are.
    for (const run of runs.toReversed()) {
      const place = placeBeside(run, kept, successors) ?? emptyLineFor(run, lines, loss) ?? newLine(body, run, successors)
      place.line.insert(place.index, run.text)
    }
  }, ySyncPluginKey)
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
        open = { text: '', line: letter.line, after, afterInLine }
        runs.push(open)
      }
      open.text += letter.character
    } else if (wasThere(letter)) {
      after += 1
      afterInLine += 1
      open = undefined
    }
  }
  return runs
}

/** Where each letter stands now: where it stood, or as the copy that was put in its place; undefined when it is gone. */
function successorsOf(kept: readonly Letter[], letters: readonly Letter[]): readonly (Place | undefined)[] {
  const present = letters.filter(({ isThere }) => isThere)
  const places = placesOf(present)
  const at = new Map(present.map((letter, index) => [letter, index]))
  const successors: (Place | undefined)[] = []
  let begun = 0
  for (let from = 0; from <= kept.length; from = successors.length) {
    const to = indexFrom(kept, from, ({ isThere }) => isThere)
    const end = to < kept.length ? (at.get(kept[to] as Letter) ?? present.length) : present.length
    successors.push(...copiesOf(kept.slice(from, to), present.slice(begun, end)).map((copy) => copy && places.get(copy)))
    if (to === kept.length) break
    successors.push(places.get(kept[to] as Letter))
    begun = end + 1
  }
  return successors
}

function copiesOf(gone: readonly Letter[], present: readonly Letter[]): (Letter | undefined)[] {
  const copies: (Letter | undefined)[] = []
  let at = 0
  for (const { kind, text } of wordDifference(wordsOf(gone), wordsOf(present))) {
    if (kind !== 'new') copies.push(...text.split('').map((_, index) => (kind === 'same' ? present[at + index] : undefined)))
    if (kind !== 'gone') at += text.length
  }
  return copies
}

function wordsOf(letters: readonly Letter[]): string {
  return letters.map(({ character }) => character).join('')
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
