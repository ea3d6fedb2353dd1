/** Options whose words are nearly the same. */
export interface Alike {
  readonly ids: readonly string[]
  /** 0 to 1: how near the least alike two of them are. */
  readonly likeness: number
}

/** From here on two options are offered as one. Found by trial on the sample notes: lower, and "north" meets "south". */
const alikeFrom = 0.78
/** What a word weighs that nearly every sentence has. */
const smallWordWeight = 0.1
/** What two words of one stem, or one with a misprint, share. */
const kindredWords = 0.9

const smallWords = new Set(
  [
    'a an the and or of for to in on at by with from into about as is are be it its that this these those our your their we us you they',
    'so more all each every will would should can could may have has do does get gets during before after',
    'el la los las un una y o de del para en con por que se su sus nuestro nuestra es son',
  ].flatMap((words) => words.split(' ')),
)
/** Words that turn a sentence round, or tell one place in a row from the next: with and without them is never the same. */
const telling = /^(no|not|non|never|without|stop|less|fewer|ni|sin|nunca|\p{N}+)$/u
const sameWord = new Map([['single', 'one']])

/**
 * Groups of options that say nearly the same, most alike first; every option is in at most one group. Works on the words
 * alone, without any outside service: accents, case, order, endings, small words and a misprint make no difference.
 *
 * Source: MISSION N9.
 */
export function alikeOptions(options: readonly { readonly id: string; readonly label: string }[]): readonly Alike[] {
  const read = options.map(({ id, label }) => ({ id, words: wordsOf(label) }))
  const likenesses = read.map((own, place) => read.slice(0, place).map((other) => likenessOf(own.words, other.words)))
  const between = (a: number, b: number) => likenesses[Math.max(a, b)]?.[Math.min(a, b)] ?? 0
  const pairs = likenesses
    .flatMap((row, a) => row.map((likeness, b) => ({ a: b, b: a, likeness })))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .sort((one, other) => other.likeness - one.likeness || one.a - other.a || one.b - other.b)
  const taken = new Set<number>()
  const groups: Alike[] = []
  for (const { a, b } of pairs) {
    if (taken.has(a) || taken.has(b)) continue
    const members = [a, b]
    for (const place of read.keys()) {
      const fits = !taken.has(place) && !members.includes(place) && members.every((member) => between(place, member) >= alikeFrom)
      if (fits) members.push(place)
    }
    members.sort((one, other) => one - other)
    for (const member of members) taken.add(member)
    const least = Math.min(...members.flatMap((one, at) => members.slice(at + 1).map((other) => between(one, other))))
    groups.push({ ids: members.flatMap((place) => read[place]?.id ?? []), likeness: least })
  }
  return groups
}

function tellingOf(words: readonly string[]): string {
  return words
    .filter((word) => telling.test(word))
    .sort()
    .join(' ')
}

/** Twice what they share, of all that both have; each word finds at most one counterpart. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  if (tellingOf(a) !== tellingOf(b)) return 0
  const left = [...b]
  let shared = 0
  for (const word of a) {
    const exact = left.indexOf(word)
    const at = exact >= 0 ? exact : left.findIndex((other) => isKindred(word, other) || isMisprint(word, other))
    if (at < 0) continue
    shared += weightOf(word) * (exact >= 0 ? 2 : 2 * kindredWords)
    left.splice(at, 1)
  }
  const all = [...a, ...b].reduce((sum, word) => sum + weightOf(word), 0)
  return all === 0 ? 0 : Math.min(1, shared / all)
}

/** Words with one long beginning: `learner` and `learning`, not `community` and `communication`. */
function isKindred(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let common = 0
  while (common < short.length && short[common] === long[common]) common += 1
  return common >= 5 && common >= long.length * 0.6
}

/** Words that differ in one letter, or in two that changed places; short words are too near to one another. */
function isMisprint(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length)
  if (short < 5) return false
  let start = 0
  while (start < short && a[start] === b[start]) start += 1
  let end = 0
  while (end < short - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [one, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return Math.max(one.length, other.length) <= 1 || (one.length === 2 && one === [...other].reverse().join(''))
}

function weightOf(word: string): number {
  return smallWords.has(word) ? smallWordWeight : 1
}

/** Lower case, without accents and plural endings, words one by one. */
function wordsOf(label: string): readonly string[] {
  const words = plain(label).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => sameWord.get(word) ?? singular(word))
}

function singular(word: string): string {
  if (smallWords.has(word) || word.length < 4) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function plain(label: string): string {
  return label.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’]/g, '').toLowerCase()
}
