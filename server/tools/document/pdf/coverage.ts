/**
 * Reads which characters a TrueType font holds, from its `cmap` table (formats 4 and 12).
 *
 * @returns inclusive ranges of code points
 * @throws RangeError when the file is no TrueType font
 */
export function coverageOf(font: Uint8Array): readonly (readonly [number, number])[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const ranges: [number, number][] = []
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    const format = view.getUint16(subtable)
    if (format === 4) ranges.push(...segments(view, subtable))
    if (format === 12) ranges.push(...groups(view, subtable))
  }
  return ranges
}

/** Whether any of the fonts holds a character. */
export function coverageTest(fonts: readonly Uint8Array[]): (codePoint: number) => boolean {
  const held = new Set<number>()
  for (const [first, last] of fonts.flatMap(coverageOf)) for (let code = first; code <= last; code++) held.add(code)
  return (codePoint) => held.has(codePoint)
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)))
    if (name === tag) return view.getUint32(entry + 8)
  }
  throw new RangeError(`no ${tag} table in the font`)
}

/** Format 4; a segment is taken whole, its last one (0xFFFF) is the end mark. */
function segments(view: DataView, at: number): [number, number][] {
  const count = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + count * 2 + 2
  return Array.from({ length: count }, (_, index): [number, number] => [
    view.getUint16(starts + index * 2),
    view.getUint16(ends + index * 2),
  ]).filter(([first]) => first !== 0xffff)
}

/** Format 12: groups of consecutive code points. */
function groups(view: DataView, at: number): [number, number][] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index): [number, number] => {
    const group = at + 16 + index * 12
    return [view.getUint32(group), view.getUint32(group + 4)]
  })
}
