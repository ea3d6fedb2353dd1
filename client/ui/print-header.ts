import { calendarDayInWords, localDay } from '../../shared/doc/day'

/**
 * Puts the page's title and the day into the head of every printed page (see print.css): custom properties are the
 * one thing that reaches a page's margin.
 */
export function installPrintHeader(): void {
  window.addEventListener('beforeprint', () => {
    const { style } = document.documentElement
    style.setProperty('--print-title', cssString(document.title.replace(/ · Convene$/, '')))
    style.setProperty('--print-date', cssString(calendarDayInWords(localDay(Date.now()))))
  })
}

function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`
}
