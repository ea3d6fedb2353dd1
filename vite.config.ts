import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

export default defineConfig(({ isSsrBuild }) => ({
  root: process.env.VITEST || isSsrBuild ? '.' : 'client',
  plugins: isSsrBuild ? [] : [react()],
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
