import { renderUnicodeCompact } from 'uqr'
import type { App } from './app'
import { roomAddress } from './auth/own-origin'
import type { Config } from './config'
import { type DemoLinks, seedDemo } from './demo/seed'

/** Says on stdout where the server is, for whoever started it. */
export async function printWelcome(app: App, config: Config): Promise<void> {
  const lines = [`Convene is listening on ${app.origin}`]
  if (config.room) lines.push(...roomLines(app, config))
  if (config.demo) lines.push(...demoLines(await seedDemo(app)))
  else lines.push(`Data is kept in ${config.dataDir}. Stop with Ctrl-C.`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

function demoLines({ host, join, observe, joinCode }: DemoLinks): string[] {
  return [
    'A sample workshop in full swing; people and organisations are made up. Open one link in each browser or private window.',
    `  Host         ${host}`,
    `  Participant  ${join}   (or the code ${joinCode})`,
    `  Observer     ${observe}`,
    'Stop with Ctrl-C.',
  ]
}

function roomLines(app: App, config: Config): string[] {
  if (config.publicOrigin === undefined && roomAddress() === undefined) {
    return ['This machine is on no network, so nobody else can come in yet. Connect it, then start again.']
  }
  const plain = app.origin.startsWith('http:')
    ? ['Over plain http anybody on this network could listen in, secret ballots included; set TLS_CERT and TLS_KEY to prevent it.']
    : []
  return ['People in the room open this address or scan the code:', '', renderUnicodeCompact(app.origin, { border: 2 }), '', ...plain]
}
