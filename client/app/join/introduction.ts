import { z } from 'zod'
import { deviceStorage } from '../platform'

/** Who this person said they are, kept on the device so that it is asked only once. */
export const Introduction = z.object({ name: z.string(), organisation: z.string(), sector: z.string() })
export type Introduction = z.infer<typeof Introduction>

const storageKey = 'convene.introduction'
const empty: Introduction = { name: '', organisation: '', sector: '' }

export function readIntroduction(): Introduction {
  try {
    return Introduction.parse(JSON.parse(deviceStorage.read(storageKey) ?? '{}'))
  } catch {
    // Nothing kept yet, or kept by an older version: ask anew.
    return empty
  }
}

export function rememberIntroduction(introduction: Introduction): void {
  deviceStorage.write(storageKey, JSON.stringify(introduction))
}
