import type { LucideIcon } from 'lucide-react'
import { announce } from './announce'

/** A short message at the foot of the screen. */
export interface Toast {
  readonly message: string
  readonly Icon?: LucideIcon
  /** The way back, for as long as it leads back: another change taken back or another step ends it. */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Says why something was refused, and stays beside what is said after it. */
  readonly refusal?: boolean
  /** How long it stays; with an action at least 10 s, else 6 s. */
  readonly durationMs?: number
}

export interface ShownToast extends Toast {
  readonly id: number
}

const shownAtOnce = 2

let shown: readonly ShownToast[] = []
let nextId = 1
const listeners = new Set<() => void>()

/** Shows a toast in place of the one before, and says it; returns the way to take it back early. */
export function toast(input: Toast): () => void {
  const id = nextId++
  show([...shown.filter(({ refusal }) => refusal), { ...input, id }].slice(-shownAtOnce))
  announce(input.action ? `${input.message}. ${input.action.label}` : input.message)
  const timer = setTimeout(() => dismiss(id), input.durationMs ?? (input.action ? 10_000 : 6_000))
  return () => {
    clearTimeout(timer)
    dismiss(id)
  }
}

export function dismiss(id: number): void {
  show(shown.filter((each) => each.id !== id))
}

/** Takes away every toast that offers a way back. */
export function dismissOffers(): void {
  if (shown.some(({ action }) => action)) show(shown.filter(({ action }) => !action))
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function shownToasts(): readonly ShownToast[] {
  return shown
}

function show(next: readonly ShownToast[]): void {
  shown = next
  for (const listener of listeners) listener()
}
