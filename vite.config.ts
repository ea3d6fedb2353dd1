import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

/**
 * Parts of zod that a browser never runs here, left out of the client: JSON Schema is made by the server, and the
 * messages people read are our own. Each keeps its exports, as functions that do nothing.
 */
const withoutUnusedZod: Plugin = {
  name: 'convene:without-unused-zod',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (!/\/zod\/v4\/(core\/(to-json-schema|json-schema-processors|json-schema-generator)|locales\/en)\.js$/.test(id)) return undefined
    const source = readFileSync(id, 'utf8')
    const names = [...source.matchAll(/export (?:const|function|class) (\w+)/g)].map(([, name]) => name)
    const exported = names.map((name) => `export const ${name} = none`).join('\n')
    return `const none = () => ({})\n${exported}\n${source.includes('export default') ? 'export default none' : ''}`
  },
}

export default defineConfig(({ isSsrBuild }) => ({
  root: process.env.VITEST || isSsrBuild ? '.' : 'client',
  plugins: isSsrBuild ? [] : [react(), withoutUnusedZod],
  resolve: {
    // Two copies of any of these would be two incompatible sets of classes.
    dedupe: ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'],
  },
  build: isSsrBuild
    ? { target: 'node20', emptyOutDir: true }
    : {
        outDir: '../dist/client',
        emptyOutDir: true,
        manifest: true,
        // The content security policy allows no data: fonts, and small files cache as well on their own.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 900,
      },
  server: {
    port: 5173,
    // The server takes this origin as its own under --dev, and no other.
    strictPort: true,
    proxy: {
      // The sources of client/api and client/sync have addresses that begin alike.
      '^/api/(?!.*\\.tsx?(\\?|$))': server,
      '/v/': server,
      '/healthz': server,
      '/readyz': server,
      '^/sync/ws_': { target: server, ws: true },
    },
  },
  test: {
    // Component tests ask for happy-dom in their first line.
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**'],
  },
}))
