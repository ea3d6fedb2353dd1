import { timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'

/** One figure for the operator. */
export interface Metric {
  /** Prometheus' way of naming, with the unit at the end. */
  readonly name: string
  readonly help: string
  readonly value: number
}

/** `/metrics` in Prometheus' text format; for everybody else there is nothing there. */
export function serveMetrics(app: Hono, mayRead: (c: Context) => boolean, read: () => readonly Metric[]): void {
  app.get('/metrics', (c) => {
    if (!mayRead(c)) return c.text('There is nothing here.', 404)
    const lines = [...processMetrics(), ...read()].flatMap(({ name, help, value }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      `${name} ${value}`,
    ])
    return c.text(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

/** Whether an `Authorization` header carries the operator's token. */
export function carriesToken(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined || header === undefined) return false
  const [expected, given] = [Buffer.from(`Bearer ${token}`), Buffer.from(header)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

function processMetrics(): readonly Metric[] {
  const { rss, heapUsed } = process.memoryUsage()
  return [
    { name: 'process_resident_memory_bytes', help: 'Memory that the process holds.', value: rss },
    { name: 'nodejs_heap_used_bytes', help: 'Memory that objects take.', value: heapUsed },
    { name: 'process_uptime_seconds', help: 'Time since the start.', value: Math.round(process.uptime()) },
  ]
}
