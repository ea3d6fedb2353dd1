import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx'

/** Deepest level that Word numbers. */
export const deepestLevel = 8

/** Numbering of one file: every numbered list counts from its own start. */
export function wordLists() {
  const config: INumberingOptions['config'][number][] = [bullets]
  return {
    config,
    bulletReference: bullets.reference,
    /** A numbered list that starts at `start`. */
    numbered(start: number): string {
      const reference = `numbers-${config.length}`
      config.push({
        reference,
        levels: levels((level) => ({ format: formats[level % 3] ?? LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
      })
      return reference
    },
  }
}

const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN]

const bullets: INumberingOptions['config'][number] = {
  reference: 'bullets',
  levels: levels((level) => ({ format: LevelFormat.BULLET, text: ['•', '–', '◦'][level % 3] ?? '•', start: 1 })),
}

interface LevelLook {
  readonly format: (typeof LevelFormat)[keyof typeof LevelFormat]
  readonly text: string
  readonly start: number
}

function levels(look: (level: number) => LevelLook): INumberingOptions['config'][number]['levels'] {
  return Array.from({ length: deepestLevel + 1 }, (_, level) => ({
    level,
    ...look(level),
    // Only the outermost level carries the list's own start.
    ...(level > 0 && { start: 1 }),
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
  }))
}
