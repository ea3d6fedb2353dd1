import Sqlite from 'better-sqlite3'
import { vi } from 'vitest'

/** What a store says when it cannot: the disk fails, is full, or somebody else holds the file. */
export const storeFaults = ['SQLITE_IOERR_WRITE', 'SQLITE_FULL', 'SQLITE_BUSY'] as const

/** Stands between this process and its databases: notes every statement, and makes one of them fail. */
export class FaultyStore {
  #failing: { readonly call: string; readonly code: string } | undefined
  #heard: Set<string> | undefined

  constructor() {
    const { prepare } = Sqlite.prototype
    const faulty = this
    vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Sqlite.Database, sql: string) {
      return faulty.#listening(prepare.call(this, sql), callOf(sql))
    })
  }

  /** The calls that something makes, each once, in order. */
  async callsOf(run: () => Promise<unknown>): Promise<readonly string[]> {
    const heard = new Set<string>()
    this.#heard = heard
    await run()
    this.#heard = undefined
    return [...heard]
  }

  /** From now on a call fails. */
  fail(call: string, code: string): void {
    this.#failing = { call, code }
  }

  heal(): void {
    this.#failing = undefined
  }

  /** Statements are kept and run again, so each run is heard. */
  #listening(statement: Sqlite.Statement, call: string): Sqlite.Statement {
    for (const way of ['run', 'all', 'get', 'iterate'] as const) {
      const run = statement[way].bind(statement) as (...values: unknown[]) => never
      statement[way] = (...values: unknown[]) => {
        this.#hear(call)
        return run(...values)
      }
    }
    return statement
  }

  #hear(call: string): void {
    this.#heard?.add(call)
    if (call === this.#failing?.call) throw Object.assign(new Error('the store refuses'), { code: this.#failing.code })
  }
}

/** A statement without what differs from one time to the next. */
function callOf(sql: string): string {
  return sql.replace(/ values .*/s, '').replace(/ in \(.*/s, '')
}
