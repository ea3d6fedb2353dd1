/** What to say of a text that is too long for its place; undefined while it fits. */
export function lengthProblem(text: string, mostCharacters: number): string | undefined {
  const { length } = text.trim()
  return length > mostCharacters
    ? `At most ${mostCharacters.toLocaleString('en')} characters, and this has ${length.toLocaleString('en')}.`
    : undefined
}
