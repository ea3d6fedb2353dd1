import type { IdeaKind } from '../../../shared/tools/ideas/schema'

/** Each kind's paper; its glyph and its word say the same. */
export const papers: Record<IdeaKind, string> = {
  strength: 'n-mint',
  barrier: 'n-apricot',
  idea: 'n-butter',
  question: 'n-sky',
  doubt: 'n-mauve',
  'prior-attempt': 'n-paper',
}

/** SVG paths in a 24 by 24 box: circle, square, triangle, diamond, hexagon, cross. */
export const glyphs: Record<IdeaKind, string> = {
  strength: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  barrier: 'M5 5h14v14H5z',
  idea: 'M12 4l9 16H3z',
  question: 'M12 2l10 10-10 10L2 12z',
  doubt: 'M7 3h10l5 9-5 9H7l-5-9z',
  'prior-attempt': 'M5 5l14 14M19 5L5 19',
}
