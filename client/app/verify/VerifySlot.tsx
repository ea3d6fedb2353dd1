import { lazy, Suspense, useState } from 'react'
import { useTools } from '../tools-context'
import { Waiting } from '../workshop/Waiting'

/** The page on which anybody checks what was exported, from whichever tool brings one. */
export function VerifySlot() {
  const tool = Object.values(useTools()).find(({ loadVerifyPage }) => loadVerifyPage)
  const [Page] = useState(() => lazy(async () => ({ default: (await tool?.loadVerifyPage?.())?.VerifyPage ?? (() => null) })))
  return (
    <Suspense fallback={<Waiting>Opening…</Waiting>}>
      <Page />
    </Suspense>
  )
}
