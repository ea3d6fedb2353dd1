import type { ComponentType } from 'react'
import { lazy, Suspense } from 'react'
import { useTools } from '../../app/tools-context'
import type { AskMarkProps, ClientTool } from '../client-tool'

const marks = new WeakMap<ClientTool, ComponentType<AskMarkProps>>()

/** Says of wordings that are not on screen that I am asked about them, from whichever tool asks. */
export function AskMarkSlot(props: AskMarkProps) {
  const tool = Object.values(useTools()).find(({ loadCheckPanel }) => loadCheckPanel)
  if (!tool) return null
  const AskMark = markOf(tool)
  return (
    <Suspense fallback={null}>
      <AskMark {...props} />
    </Suspense>
  )
}

function markOf(tool: ClientTool): ComponentType<AskMarkProps> {
  const known = marks.get(tool)
  if (known) return known
  const { loadCheckPanel } = tool
  const mark = lazy(async () => ({ default: loadCheckPanel ? (await loadCheckPanel()).AskMark : () => null }))
  marks.set(tool, mark)
  return mark
}
