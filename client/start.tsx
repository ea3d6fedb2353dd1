import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/styles.css'
import { App, preparePage } from './app/App'
import { applyComfort, followDeviceTheme } from './app/comfort/comfort'
import { DocsFactoryContext } from './app/docs-sources'
import { ToolsContext } from './app/tools-context'
import { clientTools } from './tools/registry'

/** Draws the page. */
export async function start(): Promise<void> {
  applyComfort()
  followDeviceTheme()
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
  // Nobody prints or presses twice before the page is there.
  void import('./ui/page-listeners').then(({ listenToPage }) => listenToPage())
}

/** The tools' shared sides come in with the first screen that reads across tools. */
function loadDocsFactory() {
  return import('../shared/tools/docs')
}
