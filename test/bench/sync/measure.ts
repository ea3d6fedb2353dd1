import { scenarios } from './scenarios/all'
import type { ServerName } from './servers/server'
import { startServer } from './servers/start'

/**
 * One run of one scenario on one server, in a process of its own that is the load; prints its figures as JSON.
 * Arguments: scenario, server, `quick` or `full`.
 */
const [name, server, scale] = process.argv.slice(2)
const scenario = scenarios.find((candidate) => candidate.name === name)
if (!scenario) throw new Error(`no scenario ${name}`)
const started = await startServer(server as ServerName, scenario.start ?? {}) // the runner passes only names from the list
try {
  const figures = await scenario.run(started, { isQuick: scale === 'quick' })
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await started.process.stop()
}
process.exit(0)
