import type { ComponentType } from 'react'
import { lazy, Suspense } from 'react'
import { useTools } from '../../app/tools-context'
import type { BeginFromSourceProps, ClientTool } from '../client-tool'

const dialogs = new WeakMap<ClientTool, ComponentType<BeginFromSourceProps>>()

/** Whether some tool begins wordings. */
export function useBeginsWordings(): boolean {
  return Object.values(useTools()).some(({ loadBeginFromSource }) => loadBeginFromSource)
}

/** Begins a wording with the notes of a cluster, by whichever tool has wordings. */
export function BeginWordingSlot(props: BeginFromSourceProps) {
  const tool = Object.values(useTools()).find(({ loadBeginFromSource }) => loadBeginFromSource)
  if (!tool) return null
  const BeginFromSource = dialogOf(tool)
  return (
    <Suspense fallback={null}>
      <BeginFromSource {...props} />
    </Suspense>
  )
}

function dialogOf(tool: ClientTool): ComponentType<BeginFromSourceProps> {
  const known = dialogs.get(tool)
  if (known) return known
  const { loadBeginFromSource } = tool
  const dialog = lazy(async () => ({ default: loadBeginFromSource ? (await loadBeginFromSource()).BeginFromSource : () => null }))
  dialogs.set(tool, dialog)
  return dialog
}
