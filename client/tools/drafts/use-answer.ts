import { useEffect, useRef, useState } from 'react'
import { useWorkshop } from '../../app/workshop-context'

const settleMs = 700

/**
 * What the server answers to a question, asked again when anything in the record changed. Offline, the last answer to
 * this question stays.
 *
 * @param question names all that `ask` asks about; undefined while nothing is to be asked
 */
export function useAnswer<T>(question: string | undefined, ask: () => Promise<T>): T | undefined {
  const { record } = useWorkshop()
  const [heard, setHeard] = useState<{ readonly question: string; readonly answer: T }>()
  const latest = useRef(ask)
  latest.current = ask

  useEffect(() => {
    if (question === undefined) return
    const asked = question
    let isShown = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let askedAtMs = Number.NEGATIVE_INFINITY
    async function askNow() {
      timer = undefined
      askedAtMs = performance.now()
      const answer = await latest.current().catch(() => undefined)
      if (isShown && answer !== undefined) setHeard({ question: asked, answer })
    }
    // The first change after a quiet time is asked about at once: a result and what follows from it stand side by side.
    function askSoon() {
      timer ??= setTimeout(askNow, Math.max(0, askedAtMs + settleMs - performance.now()))
    }
    timer = setTimeout(askNow, settleMs)
    record.on('update', askSoon)
    return () => {
      isShown = false
      clearTimeout(timer)
      record.off('update', askSoon)
    }
  }, [question, record])

  // What was heard of another question says nothing about this one.
  return heard && heard.question === question ? heard.answer : undefined
}
