import { lazy, Suspense, useState } from 'react'
import { useTools } from '../tools-context'
import { Waiting } from '../workshop/Waiting'

interface RowSlotProps {
  readonly workshopId: string
  readonly linkKey: string
}

function Nothing(_: RowSlotProps) {
  return null
}

/** A partner's own row, from whichever tool keeps partners. */
export function RowSlot(props: RowSlotProps) {
  const tool = Object.values(useTools()).find(({ loadRowPage }) => loadRowPage)
  const [Page] = useState(() => lazy(async () => ({ default: (await tool?.loadRowPage?.())?.RowPage ?? Nothing })))
  return (
    <Suspense fallback={<Waiting>Opening…</Waiting>}>
      <Page {...props} />
    </Suspense>
  )
}
