import type { ComponentType } from 'react'
import { lazy, Suspense } from 'react'
import { useTools } from '../../app/tools-context'
import type { CheckedWording, ClientTool } from '../client-tool'

const panels = new WeakMap<ClientTool, ComponentType<CheckedWording>>()

/** The check on this exact text, from whichever tool brings one. */
export function CheckSlot({ id, ...props }: CheckedWording & { readonly id?: string }) {
  const tool = Object.values(useTools()).find(({ loadCheckPanel }) => loadCheckPanel)
  if (!tool) return null
  const CheckPanel = panelOf(tool)
  return (
    <div id={id} className="drafts-check" tabIndex={-1}>
      <Suspense fallback={null}>
        <CheckPanel {...props} />
      </Suspense>
    </div>
  )
}

function panelOf(tool: ClientTool): ComponentType<CheckedWording> {
  const known = panels.get(tool)
  if (known) return known
  const { loadCheckPanel } = tool
  const panel = lazy(async () => ({ default: loadCheckPanel ? (await loadCheckPanel()).CheckPanel : () => null }))
  panels.set(tool, panel)
  return panel
}
