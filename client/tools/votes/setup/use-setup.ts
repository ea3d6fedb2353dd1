import { useEffect, useMemo, useState } from 'react'
import { suggestedDots } from '../../../../shared/tools/votes/allocation'
import { deviceStorage } from '../../../app/platform'
import { Setup } from './setup'
import { type SetupOptions, tickedIn } from './setup-options'

/** A vote being prepared; it survives a reload of this device. */
export function useSetup(key: string, begin: () => Setup) {
  const storageKey = `convene:vote-setup:${key}`
  const [setup, setSetup] = useState<Setup>(() => kept(storageKey) ?? begin())
  useEffect(() => {
    deviceStorage.write(storageKey, JSON.stringify(setup))
  }, [storageKey, setup])
  const ticked = useMemo(() => tickedIn(setup.options), [setup.options])
  const suggestion = suggestedDots(ticked.length)
  const dots = setup.dots ?? suggestion.dots
  return {
    setup,
    ticked,
    suggestion,
    dots,
    maxPerOption: Math.min(setup.maxPerOption, dots),
    change: (changes: Partial<Setup>) => setSetup((before) => ({ ...before, ...changes })),
    changeOptions: (edit: (options: SetupOptions) => SetupOptions) =>
      setSetup((before) => {
        const options = edit(before.options)
        return options === before.options ? before : { ...before, options: [...options] }
      }),
    forget: () => deviceStorage.write(storageKey, ''),
  }
}

/** A vote being prepared, with the ways to change it. */
export type HeldSetup = ReturnType<typeof useSetup>

function kept(storageKey: string): Setup | undefined {
  try {
    const parsed = Setup.safeParse(JSON.parse(deviceStorage.read(storageKey) || 'null'))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined // What cannot be read was not written by this version.
  }
}
