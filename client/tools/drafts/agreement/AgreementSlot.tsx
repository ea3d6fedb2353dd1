import type { ComponentType } from 'react'
import { lazy, Suspense } from 'react'
import { useTools } from '../../../app/tools-context'
import type { ClientTool, ComposeProps } from '../../client-tool'

const dialogs = new WeakMap<ClientTool, ComponentType<ComposeProps>>()

/** Begins a working agreement from what the workshop holds, by whichever tool puts one together. */
export function ComposeSlot(props: ComposeProps) {
  const tool = Object.values(useTools()).find(({ loadAgreement }) => loadAgreement)
  if (!tool) return null
  const ComposeDialog = dialogOf(tool)
  return (
    <Suspense fallback={null}>
      <ComposeDialog {...props} />
    </Suspense>
  )
}

function dialogOf(tool: ClientTool): ComponentType<ComposeProps> {
  const known = dialogs.get(tool)
  if (known) return known
  const { loadAgreement } = tool
  const dialog = lazy(async () => ({ default: loadAgreement ? (await loadAgreement()).ComposeDialog : () => null }))
  dialogs.set(tool, dialog)
  return dialog
}
