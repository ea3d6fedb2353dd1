/**
 * Holds back the second click of a double click where the first one brought something else under the pointer: the
 * press was meant for what was there before. What is pressed by keys counts no clicks and is never held back.
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
}
