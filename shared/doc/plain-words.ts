/**
 * The words of a canonical text without its markup, for people to compare. The text escapes every character that would read
 * as markup, so that what is not escaped is none of its words.
 */
export function plainWords(canonical: string): string {
  return canonical
    .split('\n')
    .filter((line) => !/^(?:-{3}|`{3,}|\|(?: --- \|)+)$/.test(line))
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n')
}

function plainLine(line: string): string {
  return line
    .replace(/^(?:\s|> ?|[-+*] |\d{1,9}[.)] )*(?:#{1,6} )?/, '')
    .replace(/^\| (.*) \|$/, (_row, cells: string) => cells.replaceAll(' | ', ' · '))
    .replace(/\\$/, '')
    .replace(/\\(.)|\]\((?:<(?:\\.|[^<>\\])*>|[^()\s<>\\]*)\)|\*\*|~~|[*`[]/g, (_whole, escaped: string | undefined) => escaped ?? '')
    .trim()
}
