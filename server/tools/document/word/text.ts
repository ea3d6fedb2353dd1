import { TextRun } from 'docx'
import type { Inline } from '../../../../shared/doc/outline'
import { directionOf, printedRuns } from '../../../../shared/tools/document/text'

/** A text without the characters that XML cannot hold; Word refuses to open a file that has one. */
export function safeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
  return wellFormed(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
}

/** Runs of text as Word runs; `\n` becomes a line break and a link's target stands behind its words. */
export function wordRuns(runs: readonly Inline[]): TextRun[] {
  return printedRuns(runs).flatMap((run) => run.text.split('\n').map((line, index) => wordRun(run, line, index > 0)))
}

function wordRun({ marks = [] }: Inline, line: string, isAfterBreak: boolean): TextRun {
  return new TextRun({
    text: safeXml(line),
    ...(isAfterBreak && { break: 1 }),
    ...(directionOf(line) === 'rtl' && { rightToLeft: true }),
    ...(marks.includes('bold') && { bold: true }),
    ...(marks.includes('italic') && { italics: true }),
    ...(marks.includes('strike') && { strike: true }),
    ...(marks.includes('code') && { style: 'CodeCharacter' }),
  })
}

/** Half of a surrogate pair, as a cut in the middle of an emoji leaves it, becomes the replacement character. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
