import type { Context } from 'hono'
import type { z } from 'zod'
import type { Actor } from '../../shared/access/actor'
import type { Endpoint } from '../../shared/http/endpoint'

/** A request that has passed Origin, session, and schema checks. */
export interface Call<E> {
  /** The path's `:name` parts. */
  readonly params: Readonly<Record<string, string>>
  readonly body: E extends Endpoint<infer Body, z.ZodType, z.ZodType> ? z.output<Body> : never
  readonly query: E extends Endpoint<z.ZodType, infer Query, z.ZodType> ? z.output<Query> : never
  /** Hono's own context, for cookies and addresses only. */
  readonly http: Context
}
/** A request by an admitted participant of the workshop in `:id`. */
export interface MemberCall<E> extends Call<E> {
  readonly actor: Actor
}
/** A download. */
export interface FileAnswer {
  readonly bytes: Uint8Array
  /** Media type with charset. */
  readonly type: string
  readonly fileName: string
  /** Extra headers, for example what a script could not be set. */
  readonly headers?: Readonly<Record<string, string>>
}
type Answer<E> = E extends Endpoint<z.ZodType, z.ZodType, infer Result> ? z.input<Result> : never

/** Where the tools' routes are mounted. Every endpoint mounted here is also in /api/openapi.json. */
export interface ApiApp {
  /** For admitted participants; unknown, foreign and removed get the same 404. */
  member<E extends Endpoint>(endpoint: E, handle: (call: MemberCall<E>) => Promise<Answer<E>>): void
  /** Like `member`, answering a file. */
  memberFile<E extends Endpoint>(endpoint: E, handle: (call: MemberCall<E>) => Promise<FileAnswer>): void
  /** For anybody who passed the Origin check. The handler may answer another 2xx status by `call.http.status(...)`. */
  open<E extends Endpoint>(endpoint: E, handle: (call: Call<E>) => Promise<Answer<E>>): void
  /**
   * Like `open`, for whoever holds a secret that the body carries: wrong ones are counted against the address, and a
   * device whose seat in the workshop was removed is refused whatever it holds.
   */
  secret<E extends Endpoint>(endpoint: E, handle: (call: Call<E>) => Promise<Answer<E>>): void
  /** A server-rendered page outside /api, for example `/v/:slug`; no cookie needed, works without scripts. */
  page(path: string, handle: (http: Context) => Promise<Response>): void
}
