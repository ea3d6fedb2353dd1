import pino from 'pino'
import { openApp } from './app'
import { commandOf, commands } from './commands'
import { type Config, ConfigError, readConfig } from './config'
import { helpText } from './help'
import { BackupError } from './storage/backup'
import { printWelcome } from './welcome'

await main()

async function main(): Promise<void> {
  let config: Config
  try {
    const args = process.argv.slice(2)
    const command = commandOf(args)
    config = readConfig(command ? [] : args, process.env)
    if (command) {
      const { text, exitCode } = commands[command.name].run(config, command.rest)
      process.stdout.write(`${text}\n`)
      process.exitCode = exitCode
      return
    }
    if (config.help) {
      process.stdout.write(helpText())
      return
    }
    await run(config)
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof BackupError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

async function run(config: Config): Promise<void> {
  // Logs go to stderr, so that the addresses on stdout stay easy to read.
  const log = pino({ level: config.logLevel, base: undefined }, pino.destination({ fd: 2, sync: true }))
  const app = await openApp(config, log)
  let closing = false
  const stop = (signal: NodeJS.Signals) => {
    if (closing) return
    closing = true
    log.info({ signal }, 'closing')
    app.close().then(
      () => process.exit(0),
      (cause: unknown) => {
        log.error({ err: cause }, 'could not close cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  await printWelcome(app, config)
}
