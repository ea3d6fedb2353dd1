/** As a `ref`: what a dialog puts the focus on when it opens, instead of its first control. */
export function opensFocused(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '')
}
