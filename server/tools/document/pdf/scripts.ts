/** Scripts of the world by their Unicode name and as people know them; for those a font may lack. */
const scripts: readonly (readonly [script: string, label: string])[] = [
  ['Han', 'Chinese characters'],
  ['Hiragana', 'Japanese'],
  ['Katakana', 'Japanese'],
  ['Hangul', 'Korean'],
  ['Bopomofo', 'Bopomofo'],
  ['Hebrew', 'Hebrew'],
  ['Thai', 'Thai'],
  ['Lao', 'Lao'],
  ['Khmer', 'Khmer'],
  ['Myanmar', 'Burmese'],
  ['Tibetan', 'Tibetan'],
  ['Mongolian', 'Mongolian'],
  ['Devanagari', 'Devanagari'],
  ['Bengali', 'Bengali'],
  ['Gurmukhi', 'Gurmukhi'],
  ['Gujarati', 'Gujarati'],
  ['Oriya', 'Odia'],
  ['Tamil', 'Tamil'],
  ['Telugu', 'Telugu'],
  ['Kannada', 'Kannada'],
  ['Malayalam', 'Malayalam'],
  ['Sinhala', 'Sinhala'],
  ['Armenian', 'Armenian'],
  ['Georgian', 'Georgian'],
  ['Ethiopic', 'Ethiopic'],
  ['Cherokee', 'Cherokee'],
  ['Canadian_Aboriginal', 'Canadian Aboriginal syllabics'],
  ['Syriac', 'Syriac'],
  ['Thaana', 'Thaana'],
  ['Nko', 'N’Ko'],
  ['Tifinagh', 'Tifinagh'],
  ['Vai', 'Vai'],
  ['Adlam', 'Adlam'],
  ['Osage', 'Osage'],
  ['Yi', 'Yi'],
  ['Javanese', 'Javanese'],
  ['Balinese', 'Balinese'],
  ['Arabic', 'Arabic'],
  ['Greek', 'Greek'],
  ['Cyrillic', 'Cyrillic'],
  ['Latin', 'Latin'],
]

const known = scripts.map(([script, label]) => ({ label, test: new RegExp(`\\p{Script=${script}}`, 'u') }))

/** What a character is written in, for people, for example `Japanese`; symbols of no script are `some symbols`. */
export function scriptOf(character: string): string {
  if (/\p{Extended_Pictographic}/u.test(character)) return 'some emoji'
  return known.find(({ test }) => test.test(character))?.label ?? 'some symbols'
}
