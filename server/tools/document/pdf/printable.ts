import { scriptOf } from './scripts'

/** What is set instead of characters that no font holds, and which scripts they were. */
export interface Printable {
  readonly text: string
  readonly unset: readonly string[]
}

/** Characters that leave no mark on paper: joiners, selectors, direction marks, line ends. */
const invisible = /[\p{Default_Ignorable_Code_Point}\s]/u

/** Names each run of characters that cannot be set, in its place and in square brackets; never a box, never nothing. */
export function printable(text: string, isHeld: (codePoint: number) => boolean): Printable {
  let printed = ''
  let run: { readonly script: string; count: number } | undefined
  const unset = new Set<string>()
  const flush = () => {
    if (run) printed += `[${run.script}, ${run.count === 1 ? '1 character' : `${run.count} characters`}]`
    run = undefined
  }
  // NFC, because the fonts hold more composed letters than marks.
  for (const character of text.normalize('NFC').replace(/\p{Surrogate}/gu, '\ufffd')) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters leave nothing on paper.
    if (/[\0-\x08\x0b-\x1f\x7f]/.test(character)) continue
    const isInvisible = invisible.test(character)
    if (isInvisible || isHeld(character.codePointAt(0) ?? 0)) {
      if (!run || !isInvisible || /\s/.test(character)) flush()
      if (!run) printed += character
      continue
    }
    const script = scriptOf(character)
    unset.add(script)
    if (run?.script !== script) {
      flush()
      run = { script, count: 0 }
    }
    run.count += 1
  }
  flush()
  return { text: printed, unset: [...unset] }
}
