import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function startServer(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => pattern.test(stdout) && resolve(stdout)
      child.stdout.on('data', look)
      child.on('close', () => reject(new Error(`it ended: ${stderr}`)))
      look()
    })
  return { child, ended, says }
}

const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'convene-main-'))

describe('starting and stopping', () => {
  it('prints the help and ends well', async () => {
    const { code, stdout } = await startServer(['--help'], {}).ended
    expect(code).toBe(0)
    expect(stdout).toContain('npm start -- --host')
  })

  it('ends with one sentence and 1 when a setting is malformed', async () => {
    const { code, stderr } = await startServer([], { PORT: 'eighty' }).ended
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^PORT must be a number/)])
  })

  it('ends with one sentence and 1 when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, stderr } = await startServer([], { PORT: String(port), DATA_DIR: freshFolder() }).ended
    other.close()
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`Port ${port} is in use`)])
  })

  it('ends with one sentence and 1 when the data folder cannot be written', async () => {
    const file = path.join(freshFolder(), 'a-file')
    writeFileSync(file, '')
    const { code, stderr } = await startServer([], { PORT: '0', DATA_DIR: path.join(file, 'data') }).ended
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/data folder .* cannot be written/)])
  })

  it('takes a free port, says which, and closes cleanly on Ctrl-C', async () => {
    const { child, ended, says } = startServer([], { PORT: '0', DATA_DIR: freshFolder() })
    const [, origin] = /listening on (http:\/\/localhost:\d+)/.exec(await says(/listening on/)) ?? []
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })
}, 30_000)
