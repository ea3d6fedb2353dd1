import { isTextField } from '../../ui/letter-key'

/** Longer pauses than this are not typing any more. */
const typingMs = 5_000

let lastInputMs = Number.NEGATIVE_INFINITY

/** Notes when somebody types; called once by the shell, returns the way to stop. */
export function watchTyping(): () => void {
  const noted = () => {
    lastInputMs = performance.now()
  }
  document.addEventListener('input', noted, true)
  return () => document.removeEventListener('input', noted, true)
}

/** Whether the person is in the middle of writing, so that nothing may carry them off unasked. */
export function isTyping(): boolean {
  return isTextField(document.activeElement) && performance.now() - lastInputMs < typingMs
}
