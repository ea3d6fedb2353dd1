import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { setQuietAnnouncements } from '../../ui/announce'
import { setLetterKeys } from '../../ui/letter-key'
import { deviceStorage } from '../platform'

/** "Make it comfortable": kept on this device, never shown to others. */
export const Comfort = z.object({
  text: z.enum(['100', '115', '130']).catch('100'),
  /** Letters that are easier to tell apart. */
  letters: z.enum(['usual', 'clear']).catch('usual'),
  /** Screens that have a board and a list open with the list. */
  listFirst: z.boolean().catch(false),
  lessMotion: z.boolean().catch(false),
  moreContrast: z.boolean().catch(false),
  quiet: z.boolean().catch(false),
  /** Single-letter keys such as N and L. */
  letterKeys: z.boolean().catch(true),
  theme: z.enum(['device', 'light', 'dark']).catch('device'),
})
export type Comfort = z.infer<typeof Comfort>

const key = 'convene.comfort'
const listeners = new Set<() => void>()
let current: Comfort | undefined

/** What this device has chosen. */
export function comfort(): Comfort {
  current ??= Comfort.parse(parseJson(deviceStorage.read(key)))
  return current
}

export function changeComfort(changes: Partial<Comfort>): void {
  current = { ...comfort(), ...changes }
  deviceStorage.write(key, JSON.stringify(current))
  applyComfort()
  for (const listener of listeners) listener()
}

export function useComfort(): Comfort {
  return useSyncExternalStore(subscribeComfort, comfort)
}

function subscribeComfort(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts the choices on the page and follows the device's own theme; main.tsx calls it before the first paint. */
export function applyComfort(): void {
  const { text, letters, lessMotion, moreContrast, quiet, letterKeys, theme } = comfort()
  const page = document.documentElement
  page.dataset.text = text
  page.dataset.letters = letters
  page.dataset.motion = lessMotion ? 'less' : 'usual'
  page.dataset.contrast = moreContrast ? 'more' : 'usual'
  page.dataset.theme = theme === 'device' ? deviceTheme() : theme
  setQuietAnnouncements(quiet)
  setLetterKeys(letterKeys)
  if (letters === 'clear') void import('./clear-letters.css')
}

/** Calls `applyComfort` again whenever the device changes between light and dark. */
export function followDeviceTheme(): void {
  window.matchMedia?.('(prefers-color-scheme: dark)').addEventListener('change', applyComfort)
}

function deviceTheme(): 'light' | 'dark' {
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? {} : JSON.parse(text)
  } catch {
    return {}
  }
}
