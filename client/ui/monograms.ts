/** Somebody to be marked by a few letters. */
export interface MonogramOwner {
  readonly id: string
  readonly name: string
  /** Most letters there is room for. */
  readonly most: number
}

/**
 * A few letters for each, no two alike among those given: `VC` for Valley College, the first letters of the words that
 * carry the name. Where two would be alike, the shorter name keeps them and the longer takes letters further on.
 */
export function monograms(owners: readonly MonogramOwner[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const marks = new Map<string, string>()
  for (const { id, name, most } of [...owners].sort((a, b) => tellingWords(a.name).length - tellingWords(b.name).length)) {
    const mark = firstFree(name, most, taken)
    taken.add(mark)
    marks.set(id, mark)
  }
  return marks
}

function firstFree(name: string, most: number, taken: ReadonlySet<string>): string {
  for (const mark of candidates(name, most)) if (!taken.has(mark)) return mark
  const first = initial(tellingWords(name)[0] ?? '')
  for (let number = 2; ; number += 1) if (!taken.has(`${first}${number}`)) return `${first}${number}`
}

/** Initials in the order of the words, the first word's always; then, with one initial less, further letters of the name. */
function* candidates(name: string, most: number): Generator<string> {
  const words = tellingWords(name)
  const initials = words.map(initial)
  yield initials.slice(0, most).join('')
  for (const rest of inOrder(initials.slice(1), most - 1)) yield `${initials[0]}${rest}`
  const start = initials.slice(0, most - 1).join('')
  for (const letter of words.join('')) yield `${start}${initial(letter)}`
}

/** Every choice of `count` letters that keeps their order. */
function* inOrder(letters: readonly string[], count: number): Generator<string> {
  if (count === 0) return yield ''
  for (let index = 0; index + count <= letters.length; index += 1) {
    for (const rest of inOrder(letters.slice(index + 1), count - 1)) yield `${letters[index]}${rest}`
  }
}

/** Never empty: a name of filling words or of signs alone is taken as it is. What stands in brackets at the end is an aside. */
function tellingWords(name: string): readonly string[] {
  const aside = /(?<=\S)\s+\([^()]*\)$/
  const words =
    name
      .trim()
      .replace(aside, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !/^(?:of|and|the|for|de|la|el|s)$/i.test(word))
  if (telling.length > 0) return telling
  return words.length > 0 ? words : [[...name.trim()][0] ?? '?']
}

function initial(word: string): string {
  return ([...word][0] ?? '').toLocaleUpperCase('en')
}
