import { z } from 'zod'

/** What a refusal is: fixed once per code. */
export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  /** Whether the same request may succeed later without the person changing anything. */
  readonly retry: boolean
  /** What happened and what the person can do, in the product's voice. `{name}` is filled from the data. */
  readonly detail: string
}

/** The body of every error response (RFC 9457), with our stable `code` and the data of the refusal. */
export const ProblemBody = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
})
export type ProblemBody = z.infer<typeof ProblemBody>

/** An expected refusal, on its way to a person. */
export class WorkshopError extends Error {
  override readonly name = 'WorkshopError'
  readonly code: string
  readonly kind: ProblemKind
  /** Extra members of the problem body, for example the current ballot. */
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: string, kind: ProblemKind, data: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(fill(kind.detail, data), options)
    this.code = code
    this.kind = kind
    this.data = data
  }

  /** The RFC 9457 body. */
  body(): ProblemBody {
    const { status } = this.kind
    return { ...this.data, type: `urn:convene:problem:${this.code}`, title: this.code, status, code: this.code, detail: this.message }
  }
}

/**
 * Declares a tool's refusals; the result throws-ready errors by code.
 *
 * @example const problem = defineProblems({ 'vote/closed': { status: 409, retry: false, detail: '...' } })
 *          throw problem('vote/closed', { roundId })
 */
export function defineProblems<const Table extends Record<string, ProblemKind>>(table: Table) {
  function problem(code: keyof Table & string, data?: Readonly<Record<string, unknown>>, options?: ErrorOptions): WorkshopError {
    const kind = table[code]
    if (!kind) throw new RangeError(`no problem ${code}`)
    return new WorkshopError(code, kind, data, options)
  }
  problem.table = table as Readonly<Record<string, ProblemKind>>
  return problem
}

function fill(template: string, data: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => (key in data ? String(data[key]) : whole))
}
