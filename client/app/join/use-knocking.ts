import { useEffect, useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { entranceContract } from '../../../shared/workshop/entrance-contract'
import { call } from '../../api/call'
import { refusalWords } from './refusal-words'
import type { JoinRequest } from './use-door'

const askEveryMs = 2_000

/** How a knock goes. */
export type KnockAnswer =
  | { readonly state: 'waiting' | 'offline' | 'admitted' }
  /** By a facilitator, who may think again. */
  | { readonly state: 'turned-away'; readonly message: string }
  /** For another reason: a code that was changed, a full session. */
  | { readonly state: 'refused'; readonly message: string }

/** Asks every 2 s how a knock went, until there is an answer. */
export function useKnocking(workshopId: string, request: JoinRequest): { readonly answer: KnockAnswer; readonly askAgain: () => void } {
  const [answer, setAnswer] = useState<KnockAnswer>({ state: 'waiting' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another knock
  useEffect(() => {
    let here = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function ask() {
      const next = await knock(workshopId, request)
      if (!here) return
      setAnswer((before) => (before.state === next.state ? before : next))
      if (next.state === 'waiting' || next.state === 'offline') timer = setTimeout(ask, askEveryMs)
    }
    void ask()
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [workshopId, request, attempt])

  function askAgain() {
    setAnswer({ state: 'waiting' })
    setAttempt((count) => count + 1)
  }
  return { answer, askAgain }
}

async function knock(workshopId: string, request: JoinRequest): Promise<KnockAnswer> {
  try {
    const answer = await call(entranceContract.join, { params: { id: workshopId }, body: request })
    return { state: 'waiting' in answer ? 'waiting' : 'admitted' }
  } catch (refusal) {
    if (!(refusal instanceof WorkshopError)) throw refusal
    if (refusal.kind.retry || refusal.kind.status === 429) return { state: 'offline' }
    return { state: refusal.code === 'join/turned-away' ? 'turned-away' : 'refused', message: refusalWords(refusal) }
  }
}
