import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, limitVariable, readConfig } from '../../server/config'
import { helpText } from '../../server/help'
import { limits } from '../../shared/sync/limits'

function refusal(args: readonly string[], env: Record<string, string>): string {
  try {
    readConfig(args, env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('it was taken')
}

describe('reading settings', () => {
  it('serves on localhost:3000 with data in ./data when nothing is set', () => {
    expect(readConfig([], {})).toMatchObject({ port: 3000, host: '127.0.0.1', dataDir: path.resolve('data'), room: false, demo: false })
  })

  it('opens to the room with --host, and keeps the sample in a folder of its own with --demo', () => {
    expect(readConfig(['--host', '--demo'], {})).toMatchObject({ host: '0.0.0.0', room: true, dataDir: path.resolve('data-demo') })
  })

  it('takes an empty variable as not set', () => {
    expect(readConfig([], { PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicOrigin: undefined })
  })

  it.each([
    [{ PORT: 'eighty' }, /^PORT must be a number/],
    [{ PORT: '70000' }, /^PORT must be at most 65535/],
    [{ PUBLIC_URL: 'workshops.example.org' }, /^PUBLIC_URL must be an address/],
    [{ PUBLIC_URL: 'https://example.org/convene' }, /^PUBLIC_URL must be an origin without a path/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
    [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY must be the number of proxies/],
    [{ OPERATOR_TOKEN: 'short' }, /^OPERATOR_TOKEN must have at least 16/],
    [{ TLS_CERT: '/somewhere/cert.pem' }, /^TLS_CERT and TLS_KEY go together/],
    [{ TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' }, /^TLS_CERT .*cannot be read\.$/],
    [{ LIMIT_NOTES: '3' }, /^LIMIT_NOTES is not a limit/],
    [{ LIMIT_PARTICIPANTS: 'many' }, /^LIMIT_PARTICIPANTS must be a whole number/],
    [{ DATABASE_URL: 'postgres://x' }, /^DATABASE_URL is not supported/],
    [{ REDIS_URL: 'redis://x' }, /^REDIS_URL is not supported/],
  ])('says in one sentence what is wrong with %j', (env, sentence) => {
    expect(refusal([], env as Record<string, string>)).toMatch(sentence)
  })

  it.each([
    [['--hots'], {}, /^Unknown option --hots/],
    [['--host'], { HOST: '127.0.0.1' }, /^--host opens the server to the room, but HOST=127\.0\.0\.1/],
    [['--demo'], { PUBLIC_URL: 'https://example.org' }, /^--demo .*cannot be published/],
  ])('refuses %j with %j', (args, env, sentence) => {
    expect(refusal(args, env as Record<string, string>)).toMatch(sentence)
  })

  it('refuses a PUBLIC_URL of http beside a certificate', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'convene-pem-'))
    const pem = path.join(folder, 'a.pem')
    writeFileSync(pem, '-----BEGIN CERTIFICATE-----\n')
    expect(refusal([], { TLS_CERT: pem, TLS_KEY: pem, PUBLIC_URL: 'http://example.org' })).toMatch(/make PUBLIC_URL an https address/)
  })

  it('sets a limit by its variable', () => {
    expect(limitVariable('notesPerBoard')).toBe('LIMIT_NOTES_PER_BOARD')
    expect(readConfig([], { LIMIT_NOTES_PER_BOARD: '12' }).limits).toEqual({ notesPerBoard: 12 })
  })

  it('lists every option, every variable and every limit in the help', () => {
    const help = helpText()
    const variables =
      'PORT HOST DATA_DIR DATABASE_URL REDIS_URL PUBLIC_URL TLS_CERT TLS_KEY TRUST_PROXY CREATE_KEY OPERATOR_TOKEN SMTP_URL LOG_LEVEL'
    for (const name of [...variables.split(' '), '--host', '--demo', '--help']) expect(help).toContain(name)
    for (const name of Object.keys(limits) as (keyof typeof limits)[]) expect(help).toContain(limitVariable(name))
  })
})
