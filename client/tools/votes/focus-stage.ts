/** After an act of one's own that replaced the screen, focus goes to the stage, not to nowhere. */
export function focusStage(): void {
  document.querySelector('main')?.focus()
}
