import './jitless'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/styles.css'
import { App } from './app/App'
import { ToolsContext } from './app/tools-context'
import { clientTools } from './tools/registry'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <ToolsContext value={clientTools}>
      <App />
    </ToolsContext>
  </StrictMode>,
)
