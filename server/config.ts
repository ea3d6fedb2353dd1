import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { limits } from '../shared/sync/limits'

export type LimitName = keyof typeof limits

/** Everything an operator can set, checked. */
export interface Config {
  readonly port: number
  /** Address to listen on. */
  readonly host: string
  readonly dataDir: string
  /** Origin of PUBLIC_URL, without a path. */
  readonly publicOrigin: string | undefined
  readonly tls: { readonly cert: string; readonly key: string } | undefined
  /** Trusted proxies in front, whose X-Forwarded-For is believed. */
  readonly proxyHops: number
  readonly createKey: string | undefined
  readonly operatorToken: string | undefined
  readonly logLevel: string
  readonly limits: Partial<Record<LimitName, number>>
  /** Opened to the room's network. */
  readonly room: boolean
  readonly demo: boolean
  readonly dev: boolean
  readonly help: boolean
}

/** A setting that cannot be: one clear sentence for whoever typed it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const flags = ['--demo', '--host', '--dev', '--help'] as const

const Environment = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(65_535, 'must be at most 65535')
    .default(3000),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://workshops.example.org' }).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^([0-9]|true|false)$/, 'must be the number of proxies in front, or true')
    .transform((text) => (text === 'true' ? 1 : text === 'false' ? 0 : Number(text)))
    .default(0),
  CREATE_KEY: z.string().min(1).optional(),
  OPERATOR_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://mail.example.org:587' }).optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be one of trace, debug, info, warn, error, silent')
    .default('info'),
})

/**
 * Reads the command line and the environment; an empty variable counts as not set.
 *
 * @throws ConfigError naming the first thing that is wrong
 */
export function readConfig(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Config {
  const unknown = args.find((arg) => !(flags as readonly string[]).includes(arg))
  if (unknown !== undefined) throw new ConfigError(`Unknown option ${unknown}. Run with --help to see what there is.`)
  const has = (flag: (typeof flags)[number]) => args.includes(flag)
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message ?? 'is not valid'}, not "${given[String(issue?.path[0])] ?? ''}".`)
  }
  const env = parsed.data
  const room = has('--host')
  refuseClashes(env, { room, demo: has('--demo') })
  return {
    port: env.PORT,
    host: env.HOST ?? (room ? '0.0.0.0' : '127.0.0.1'),
    dataDir: path.resolve(env.DATA_DIR ?? (has('--demo') ? 'data-demo' : 'data')),
    publicOrigin: env.PUBLIC_URL === undefined ? undefined : originOf(env.PUBLIC_URL),
    tls:
      env.TLS_CERT !== undefined && env.TLS_KEY !== undefined
        ? { cert: readPem('TLS_CERT', env.TLS_CERT), key: readPem('TLS_KEY', env.TLS_KEY) }
        : undefined,
    proxyHops: env.TRUST_PROXY,
    createKey: env.CREATE_KEY,
    operatorToken: env.OPERATOR_TOKEN,
    logLevel: env.LOG_LEVEL,
    limits: readLimits(given),
    room,
    demo: has('--demo'),
    dev: has('--dev'),
    help: has('--help'),
  }
}

function refuseClashes(env: z.output<typeof Environment>, { room, demo }: { room: boolean; demo: boolean }): void {
  if ((env.TLS_CERT === undefined) !== (env.TLS_KEY === undefined)) {
    throw new ConfigError('TLS_CERT and TLS_KEY go together: set both, or neither.')
  }
  if (room && env.HOST !== undefined && /^(127\.|localhost$|::1$)/.test(env.HOST)) {
    throw new ConfigError(`--host opens the server to the room, but HOST=${env.HOST} keeps it on this machine: drop one of them.`)
  }
  if (env.TLS_CERT !== undefined && env.PUBLIC_URL?.startsWith('http:')) {
    throw new ConfigError('PUBLIC_URL says http, but TLS_CERT serves https: make PUBLIC_URL an https address.')
  }
  if (env.DATABASE_URL !== undefined) {
    throw new ConfigError('DATABASE_URL is not supported by this version: it keeps everything in one SQLite file in DATA_DIR.')
  }
  if (env.REDIS_URL !== undefined) throw new ConfigError('REDIS_URL is not supported by this version: it runs as one process.')
  if (demo && env.PUBLIC_URL !== undefined) {
    throw new ConfigError('--demo is a sample with open host links and cannot be published: drop PUBLIC_URL.')
  }
}

function originOf(text: string): string {
  const url = new URL(text)
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new ConfigError(`PUBLIC_URL must be an origin without a path, such as ${url.origin}, not "${text}".`)
  }
  return url.origin
}

function readPem(name: string, file: string): string {
  try {
    const text = readFileSync(file, 'utf8')
    if (!text.includes('-----BEGIN')) throw new ConfigError(`${name} (${file}) is not a PEM file.`)
    return text
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    throw new ConfigError(`${name} (${file}) cannot be read.`, { cause })
  }
}

/** `LIMIT_NOTES_PER_BOARD=8000` sets `notesPerBoard`. */
function readLimits(given: Readonly<Record<string, string | undefined>>): Config['limits'] {
  const names = new Map((Object.keys(limits) as LimitName[]).map((name) => [limitVariable(name), name]))
  const read: Partial<Record<LimitName, number>> = {}
  for (const [variable, text] of Object.entries(given)) {
    if (!variable.startsWith('LIMIT_')) continue
    const name = names.get(variable)
    if (!name) throw new ConfigError(`${variable} is not a limit. Run with --help to see them all.`)
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new ConfigError(`${variable} must be a whole number of at least 1, not "${text}".`)
    read[name] = value
  }
  return read
}

/** The variable that sets a limit. */
export function limitVariable(name: LimitName): string {
  return `LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}
