import { useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'

/** Runs one act at a time; a refusal is said in its own words. The answer is undefined when it was refused. */
export function useAct(): { readonly busy: boolean; run<T>(act: () => Promise<T>): Promise<T | undefined> } {
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async run(act) {
      if (busy) return undefined
      setBusy(true)
      try {
        return await act()
      } catch (cause) {
        if (!(cause instanceof WorkshopError)) throw cause
        toast({ message: cause.message, refusal: true })
        announce(cause.message, 'assertive')
        return undefined
      } finally {
        setBusy(false)
      }
    },
  }
}
