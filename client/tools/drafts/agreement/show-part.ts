/** Brings the part of the text on screen with this heading into view. */
export function showPart(heading: string): void {
  const headings = document.querySelectorAll<HTMLElement>('.drafts-card .wording :is(h1, h2, h3, h4, h5)')
  const found = [...headings].find(({ textContent }) => textContent?.trim() === heading)
  found?.scrollIntoView({ block: 'start', behavior: 'smooth' })
}
