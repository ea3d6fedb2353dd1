import { useEffect, useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { seatContract } from '../../../shared/workshop/seat-contract'
import { call } from '../../api/call'
import { ServerClock } from '../../sync/clock'
import { loadCopies, WorkshopClient } from '../../sync/workshop-client'
import { socketAddress } from '../platform'
import { wordsInField } from './words-in-field'

type Answer = Awaited<ReturnType<typeof ask>>

/** A workshop on its way to the screen. */
export type Entrance =
  | { readonly state: 'loading' }
  /** The server cannot be reached; it is asked again by itself. */
  | { readonly state: 'unreachable' }
  /** No seat here on this device, or no such workshop: the server says the same to both. */
  | { readonly state: 'no-seat'; readonly message: string }
  | { readonly state: 'in'; readonly client: WorkshopClient; readonly answer: Answer; readonly clock: ServerClock }

const askAgainMs = 2_000
const firstClockMs = 3_000
const clockEveryMs = 5 * 60_000

function ask(workshopId: string) {
  return call(seatContract.read, { params: { id: workshopId } })
}

/** Asks the server for the workshop and, with a seat in it, keeps its documents connected while mounted. */
export function useWorkshopClient(workshopId: string): Entrance {
  const [entrance, setEntrance] = useState<Entrance>({ state: 'loading' })

  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const clock = new ServerClock()

    async function askTimed() {
      const sentAtMs = clock.mark()
      const answer = await ask(workshopId)
      clock.set(answer.serverTime, sentAtMs)
      return answer
    }

    const setClock = () => void askTimed().catch(() => undefined) // Without an answer the clock runs on as it is.

    async function enter() {
      try {
        const answer = await askTimed()
        if (!wanted) return
        const client = new WorkshopClient({ answer, address: socketAddress(), clock, ask: askTimed, wordsInField })
        setEntrance({ state: 'in', client, answer, clock })
        // The first answer may have waited here for the scripts, so its time is old.
        timer = setTimeout(setClock, firstClockMs)
      } catch (cause) {
        if (!wanted) return
        const refused = cause instanceof WorkshopError && !cause.kind.retry
        if (refused) return setEntrance({ state: 'no-seat', message: cause.message })
        setEntrance({ state: 'unreachable' })
        timer = setTimeout(enter, askAgainMs)
      }
    }

    void loadCopies()
    void enter()
    // A device that slept may have stopped its monotonic clock too.
    const woken = () => document.visibilityState === 'visible' && setClock()
    const clockTimer = setInterval(setClock, clockEveryMs)
    document.addEventListener('visibilitychange', woken)
    return () => {
      wanted = false
      clearTimeout(timer)
      clearInterval(clockTimer)
      document.removeEventListener('visibilitychange', woken)
    }
  }, [workshopId])

  const client = entrance.state === 'in' ? entrance.client : undefined
  useEffect(() => {
    if (!client) return
    client.start()
    const online = () => client.networkChanged(true)
    const offline = () => client.networkChanged(false)
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    return () => {
      window.removeEventListener('online', online)
      window.removeEventListener('offline', offline)
      client.stop()
    }
  }, [client])

  return entrance
}
