import type { z } from 'zod'

/** One endpoint of the public contract; client, server and OpenAPI all read it. */
export interface Endpoint<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Result extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Hono's path syntax, for example `/api/workshops/:id/step`. */
  readonly path: string
  readonly summary: string
  /** Absent for requests without a body. */
  readonly body?: Body
  readonly query?: Query
  /** Larger bodies than the usual 1 MiB, for imports. */
  readonly maxBodyBytes?: number
  readonly result: Result
  /** The status of success; 201 for creations. */
  readonly status: 200 | 201 | 202
}

/** Declares an endpoint and keeps its exact types. */
export function defineEndpoint<
  Body extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Result extends z.ZodType = z.ZodType,
>(endpoint: Endpoint<Body, Query, Result>): Endpoint<Body, Query, Result> {
  return endpoint
}

/** A tool's endpoints by name. */
export type Contract = Readonly<Record<string, Endpoint>>

export type BodyOf<E> = E extends Endpoint<infer Body, z.ZodType, z.ZodType> ? z.input<Body> : never
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Query, z.ZodType> ? z.input<Query> : never
export type ResultOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer Result> ? z.output<Result> : never
