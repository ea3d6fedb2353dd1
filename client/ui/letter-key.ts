let on = true

/** "Single-letter keys" of the comfort panel (WCAG 2.1.4). */
export function setLetterKeys(allowed: boolean): void {
  on = allowed
}

/** Whether a key press may be a single-letter command: nobody is typing, no dialog or menu is open, no modifier is held. */
export function letterKeyAllowed(event: KeyboardEvent): boolean {
  if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  return !isTextField(event.target) && !inOverlay(event.target)
}

/** Whether keys typed here become text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range|file)$/.test(target.type)
}

function inOverlay(target: EventTarget | null): boolean {
  return document.querySelector('dialog[open]') !== null || (target instanceof HTMLElement && target.closest('[role=menu]') !== null)
}
