/**
 * Holds back the second click of a double click where the first one brought something else under the pointer: the
 * press was meant for what was there before. It selects no words there either. What is pressed by keys counts no clicks and is never held back.
 */
export function holdSecondClicks(page: Document): void {
  let first: Element | null = null
  const hold = (event: MouseEvent) => {
    const pressed = event.target instanceof Element ? event.target.closest('a,button,summary,dialog') : null
    if (event.detail < 2) first = pressed
    else if (first && pressed && pressed !== first) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  page.addEventListener('click', hold, true)
  page.addEventListener('mousedown', (event) => keepSelection(event, first), true)
}

/** A second press after one on a button selects no words, whatever has come up under it. */
function keepSelection(event: MouseEvent, first: Element | null): void {
  if (event.detail > 1 && first?.matches('button,summary')) event.preventDefault()
}
