import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

/**
 * Parts of zod that a browser never runs here, left out of the client: JSON Schema is made by the server, the
 * messages are our own, and `jitless` means that no code is compiled.
 */
const unusedZod: Readonly<Record<string, string>> = {
  'core/to-json-schema.js':
    'const none = () => () => ({})\n' +
    'export { none as createStandardJSONSchemaMethod, none as createToJSONSchemaMethod }\n' +
    'export const initializeContext = none, extractDefs = none, finalize = none, processSchema = none, toJSONSchema = none',
  'core/json-schema-processors.js': 'export const toJSONSchema = () => ({})',
  'core/json-schema-generator.js': 'export class JSONSchemaGenerator {}',
  'locales/en.js': "export default () => ({ localeError: () => 'This is not valid.' })",
}

const withoutUnusedZod: Plugin = {
  name: 'convene:without-unused-zod',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    const file = id.match(/\/zod\/v4\/((?:core|locales)\/[a-z-]+\.js)/)?.[1]
    return file === undefined ? undefined : unusedZod[file]
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
    proxy: {
      '/api': server,
      '/v/': server,
      '/healthz': server,
      '/readyz': server,
      '/sync': { target: server, ws: true },
    },
  },
  test: {
    // Component tests ask for happy-dom in their first line.
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**'],
  },
}))
