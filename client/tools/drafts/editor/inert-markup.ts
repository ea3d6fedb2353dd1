/** Under which a pasted element's style is read. */
export const styleAttribute = 'data-style'

/**
 * Foreign markup that can be parsed without the page noticing. A document without a window runs and loads nothing,
 * but the browser reports every handler and every style in it against the page's own policy, as if it had been about
 * to: handlers and styles therefore stand under other names, and style sheets are elements of no meaning.
 */
export function inertMarkup(html: string): string {
  return html
    .replace(/<[a-z][^<>]*/gi, (tag) => tag.replace(/([\s"'/])(on[a-z]+|style)(?=\s*=)/gi, '$1 data-$2'))
    .replace(/<(\/?)style\b/gi, '<$1x-style')
}
