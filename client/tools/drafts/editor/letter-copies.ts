import { wordDifference } from '../../../../shared/doc/word-difference'
import type { Letter } from './wording-letters'

/**
 * What of a wording's letters stands for each of some that were there before: itself, or the copy that was put in its
 * place; undefined when it is gone.
 *
 * @param before in reading order, out of `letters`
 * @param letters all that the wording has or had
 */
export function successorsOf(before: readonly Letter[], letters: readonly Letter[]): readonly (Letter | undefined)[] {
  const present = letters.filter(({ isThere }) => isThere)
  const at = new Map(present.map((letter, index) => [letter, index]))
  const successors: (Letter | undefined)[] = []
  let gone: Letter[] = []
  let from = 0
  function copyUpTo(to: number): void {
    for (const copy of copiesOf(gone, present.slice(from, to))) successors.push(copy)
    gone = []
  }
  for (const letter of before) {
    const index = at.get(letter)
    if (index === undefined) gone.push(letter)
    else {
      copyUpTo(index)
      successors.push(letter)
      from = index + 1
    }
  }
  copyUpTo(present.length)
  return successors
}

function copiesOf(gone: readonly Letter[], come: readonly Letter[]): readonly (Letter | undefined)[] {
  if (gone.length === 0) return []
  const copies: (Letter | undefined)[] = []
  let at = 0
  for (const { kind, text } of wordDifference(wordsOf(gone), wordsOf(come))) {
    if (kind !== 'new') for (let index = 0; index < text.length; index++) copies.push(kind === 'same' ? come[at + index] : undefined)
    if (kind !== 'gone') at += text.length
  }
  return copies
}

function wordsOf(letters: readonly Letter[]): string {
  return letters.map(({ character }) => character).join('')
}
