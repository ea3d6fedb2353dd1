import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerProcess } from './server-process'

/** What a server needs in its environment, so that its clock can be put ahead. */
export const movableClock = { NODE_OPTIONS: `--import ${new URL('./clock-ahead.mjs', import.meta.url).href}` }

/** Starts a server with a movable clock again, so many days from now. */
export async function restartDaysLater(server: ServerProcess, days: number): Promise<void> {
  await server.kill()
  writeFileSync(join(server.dataDir, 'clock-ahead-ms'), String(days * 24 * 60 * 60 * 1000))
  await server.restart()
}
