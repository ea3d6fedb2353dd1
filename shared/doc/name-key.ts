/** Two names of one organisation are equal but for case, spaces, punctuation and a leading article. */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return plain.replace(/^the /, '')
}
