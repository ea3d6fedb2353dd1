import { type Choice, labelIn, populationStarters, universal } from './catalogue'

/** Small first letter, unless the word is an abbreviation such as TANF or a name such as English. */
export function midSentence(words: string): string {
  return /^(\p{Lu}\p{Lu}|English|Perkins|Pell|Wagner)/u.test(words) ? words : words.charAt(0).toLocaleLowerCase('en') + words.slice(1)
}

/** A population for the middle of a sentence, for example `veterans`. */
export function populationWords(id: string): string {
  return id === universal ? 'anyone' : midSentence(labelIn(populationStarters, id))
}

/** The starter that these words mean, by id or label whatever the case; else the words as they are. */
export function starterOf(choices: readonly Choice[], words: string): string {
  const key = looseKey(words)
  return choices.find(({ id, label }) => looseKey(id) === key || looseKey(label) === key)?.id ?? words.trim()
}

/** Titles are equal but for case, spaces and punctuation. */
export function looseKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
