/** How people speak of having a letter; adjectives and nouns need different sentences. */
export interface LetterWords {
  readonly none: string
  readonly without: string
  readonly two: string
  readonly many: string
  readonly adjective: string
}

/** Words for a letter by its name, for example `Lead` or `Accountable`. */
export function wordsOf(name: string): LetterWords {
  const word = name.toLocaleLowerCase('en')
  if (/(ible|able|ed)$/.test(word)) {
    return {
      none: `Nobody is ${word} yet`,
      without: `with nobody ${word}`,
      two: word,
      many: `${word} partners`,
      adjective: `partners are ${word}`,
    }
  }
  if (word === 'support') {
    return {
      none: 'Nobody supports this yet',
      without: 'without support',
      two: 'supporting',
      many: 'supporters',
      adjective: 'partners support this',
    }
  }
  const article = /^[aeiou]/.test(word) ? 'an' : 'a'
  return { none: `No ${word} yet`, without: `without ${article} ${word}`, two: `${word}s`, many: `${word}s`, adjective: `${word}s` }
}

/** A small number as a word that begins a sentence. */
export function spelled(count: number): string {
  return ['No', 'One', 'Two', 'Three', 'Four', 'Five'][count] ?? String(count)
}
