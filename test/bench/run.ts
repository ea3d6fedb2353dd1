import { ServerProcess } from '../../e2e/support/server-process'
import { measureBrowser } from './browser'
import { measureChecks } from './checks'
import { measureDrafts } from './drafts'
import { measureExports } from './exports'
import { printFigures } from './figures'
import { measureNotes } from './notes'
import { measureRoles } from './roles'
import { benchSync } from './sync/run'
import { measureVersions } from './versions'
import { measureVotes } from './votes'

const [what, ...args] = process.argv.slice(2)
if (what === undefined) await benchPages()
if (what === undefined || what === 'drafts') await benchDrafts()
if (what === undefined || what === 'votes') await benchVotes()
if (what === undefined || what === 'roles') await benchRoles()
if (what === undefined || what === 'sync') await benchSync(what === 'sync' ? args : [])

async function benchDrafts(): Promise<void> {
  const server = await ServerProcess.start()
  try {
    printFigures('Writing together', [...measureVersions(), ...(await measureChecks()), ...(await measureDrafts(server))])
  } finally {
    await server.stop()
  }
}

async function benchVotes(): Promise<void> {
  const server = await ServerProcess.start()
  try {
    printFigures('Voting', await measureVotes(server))
  } finally {
    await server.stop()
  }
}

async function benchRoles(): Promise<void> {
  const server = await ServerProcess.start()
  try {
    printFigures('Role charts', await measureRoles(server))
  } finally {
    await server.stop()
  }
}

async function benchPages(): Promise<void> {
  console.log(`Convene on Node ${process.version}, ${new Date().toISOString()}`)
  const server = await ServerProcess.start({ env: { LIMIT_WORKSHOPS_PER_HOUR: '1000' } })
  try {
    printFigures('Live notes', await measureNotes(server))
    printFigures('Exports of the sample workshop', await measureExports())
    printFigures('In the browser', await measureBrowser(server))
  } finally {
    await server.stop()
  }
}
