import type { Hono } from 'hono'

/** `/healthz`: the process answers. `/readyz`: it can also reach its database. */
export function serveHealth(app: Hono, isReady: () => Promise<boolean>): void {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => ((await isReady().catch(() => false)) ? c.text('ready') : c.text('not ready', 503)))
}
