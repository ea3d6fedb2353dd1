import { useEffect, useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import type { CatchUp } from '../../../shared/workshop/catch-up-contract'
import { catchUpContract } from '../../../shared/workshop/catch-up-contract'
import { call } from '../../api/call'
import { useWorkshop } from '../workshop-context'

/** What I missed, or why it cannot be said just now. */
export interface CatchUpReading {
  readonly catchUp: CatchUp | undefined
  readonly problem: string | undefined
}

const againAfterMs = 800

/**
 * Asks the server what I missed, and again a moment after the workshop's record changed: a count must not stay when what
 * waited was answered.
 *
 * @param only `away`: lists only after an absence that is worth a word
 */
export function useCatchUp(only?: 'away'): CatchUpReading {
  const { actor, record } = useWorkshop()
  const { workshopId } = actor
  const [reading, setReading] = useState<CatchUpReading>({ catchUp: undefined, problem: undefined })

  useEffect(() => {
    let isShown = true
    let timer: ReturnType<typeof setTimeout> | undefined

    async function ask() {
      timer = undefined
      try {
        const catchUp = await call(catchUpContract.catchUp, { params: { id: workshopId }, query: only ? { only } : {} })
        if (isShown) setReading({ catchUp, problem: undefined })
      } catch (cause) {
        if (!(cause instanceof WorkshopError)) throw cause
        if (isShown) setReading(({ catchUp }) => ({ catchUp, problem: cause.message }))
      }
    }
    function askSoon() {
      timer ??= setTimeout(ask, againAfterMs)
    }

    void ask()
    record.on('update', askSoon)
    window.addEventListener('online', askSoon)
    return () => {
      isShown = false
      clearTimeout(timer)
      record.off('update', askSoon)
      window.removeEventListener('online', askSoon)
    }
  }, [workshopId, record, only])

  return reading
}
