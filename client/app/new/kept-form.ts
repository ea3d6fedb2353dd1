import { z } from 'zod'
import { deviceStorage } from '../platform'

const KeptForm = z.object({ title: z.string(), focusQuestion: z.string() })
type KeptForm = z.infer<typeof KeptForm>

const storageKey = 'convene.new-workshop'

/** What was typed for a workshop that was not opened; empty where nothing was, or where an older page kept something else. */
export function keptForm(): KeptForm {
  try {
    return KeptForm.parse(JSON.parse(deviceStorage.read(storageKey) ?? '{}'))
  } catch {
    return { title: '', focusQuestion: '' }
  }
}

/** Keeps on this device what the workshop is to be called and asks, so that a reload loses nothing typed. */
export function keepForm({ title, focusQuestion }: KeptForm): void {
  if (title === '' && focusQuestion === '') dropForm()
  else deviceStorage.write(storageKey, JSON.stringify({ title, focusQuestion }))
}

/** The workshop is open. */
export function dropForm(): void {
  deviceStorage.remove(storageKey)
}
