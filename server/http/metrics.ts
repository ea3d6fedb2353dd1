import { timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'

/** One figure for the operator. */
export interface Metric {
  /** Prometheus' way of naming, with the unit at the end. */
  readonly name: string
  readonly help: string
  /** A gauge unless said otherwise; counters only rise. */
  readonly type?: 'gauge' | 'counter'
  /** One value, or one for each value of a label. */
  readonly value: number | { readonly label: string; readonly by: ReadonlyMap<string, number> }
}

/** `/metrics` in Prometheus' text format; for everybody else there is nothing there. */
export function serveMetrics(app: Hono, mayRead: (c: Context) => boolean, read: () => readonly Metric[]): void {
  app.get('/metrics', (c) => {
    if (!mayRead(c)) return c.text('There is nothing here.', 404)
    const lines = [...processMetrics(), ...read()].flatMap(linesOf)
    return c.text(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

function linesOf({ name, help, type = 'gauge', value }: Metric): string[] {
  const values =
    typeof value === 'number' ? [`${name} ${value}`] : [...value.by].map(([of, count]) => `${name}{${value.label}="${of}"} ${count}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...values]
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
