import path from 'node:path'
import { type Config, ConfigError } from './config'
import { backUp, type CopyReport, restoreFrom } from './storage/backup'
import { type CommandOutcome, verifyFile } from './verify-command'

/** What can be asked for instead of a server. */
export const commands = {
  backup: { usage: 'npm run backup -- [file]', run: runBackup },
  restore: { usage: 'npm run restore -- <file>', run: runRestore },
  verify: { usage: 'npm run verify -- <file.json>', run: runVerify },
} as const

export type CommandName = keyof typeof commands

/** The command among the arguments, if there is one, and what stands after it. */
export function commandOf([first, ...rest]: readonly string[]):
  | { readonly name: CommandName; readonly rest: readonly string[] }
  | undefined {
  return first !== undefined && Object.hasOwn(commands, first) ? { name: first as CommandName, rest } : undefined
}

/**
 * @throws ConfigError when too much or too little was asked for
 * @throws BackupError when it cannot be done
 */
function runBackup({ dataDir }: Config, args: readonly string[]): CommandOutcome {
  const [file = path.join(dataDir, 'backups', `convene-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`), ...more] = args
  if (more.length > 0) throw new ConfigError(`Name one file: ${commands.backup.usage}`)
  const report = backUp(dataDir, path.resolve(file))
  return done(`Backed up ${contentOf(report)} to ${report.file}.`)
}

function runRestore({ dataDir }: Config, [file, ...more]: readonly string[]): CommandOutcome {
  if (file === undefined || more.length > 0) throw new ConfigError(`Name the back-up to restore: ${commands.restore.usage}`)
  const report = restoreFrom(dataDir, path.resolve(file), Date.now())
  const kept = report.former ? ` What was there before is kept in ${report.former}.` : ''
  return done(`Restored ${contentOf(report)} from ${path.resolve(file)}.${kept} Start the server again with npm start.`)
}

function runVerify(_config: Config, args: readonly string[]): CommandOutcome {
  return verifyFile(commands.verify.usage, args)
}

function done(text: string): CommandOutcome {
  return { text, exitCode: 0 }
}

function contentOf({ workshops, documents, bytes }: CopyReport): string {
  return `${workshops} ${workshops === 1 ? 'workshop' : 'workshops'} with ${documents} documents (${(bytes / 1024 / 1024).toFixed(1)} MB)`
}
