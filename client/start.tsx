import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/styles.css'
import { App, preparePage } from './app/App'
import { applyComfort, followDeviceTheme } from './app/comfort/comfort'
import { DocsFactoryContext } from './app/docs-sources'
import { ToolsContext } from './app/tools-context'
import { clientTools } from './tools/registry'
import { installPrintHeader } from './ui/print-header'

/** Draws the page. */
export async function start(): Promise<void> {
  applyComfort()
  followDeviceTheme()
  installPrintHeader()
  await preparePage(window.location)

  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')

  createRoot(root).render(
    <StrictMode>
      <ToolsContext value={clientTools}>
        <DocsFactoryContext value={loadDocsFactory}>
          <App />
        </DocsFactoryContext>
      </ToolsContext>
    </StrictMode>,
  )
}

/** The tools' shared sides come in with the first screen that reads across tools. */
function loadDocsFactory() {
  return import('../shared/tools/docs')
}
