import type { BodyOf, Endpoint, QueryOf, ResultOf } from '../../shared/http/endpoint'
import { ProblemBody, WorkshopError } from '../../shared/http/problem'
import { takeAnswer } from './ahead'

type Input<E> = { readonly params?: Readonly<Record<string, string>> } & ([BodyOf<E>] extends [never]
  ? { readonly body?: undefined }
  : { readonly body: BodyOf<E> }) & {
    readonly query?: QueryOf<E>
  }

/**
 * Calls an endpoint of the contract.
 *
 * @throws WorkshopError with the server's code and words when it refuses; `network/offline` when it cannot be reached
 */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<ResultOf<E>> {
  const response = await reach(urlOf(endpoint, input), {
    method: endpoint.method,
    credentials: 'same-origin',
    ...(input.body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input.body) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return endpoint.result.parse(answer) as ResultOf<E> // the endpoint's own schema just said so
  throw refusalOf(response.status, answer)
}

/** The address of an endpoint with its path and query filled in. */
export function urlOf(
  endpoint: Endpoint,
  { params = {}, query }: { readonly params?: Readonly<Record<string, string>>; readonly query?: unknown },
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined)
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`
}

/** A request; `network/offline` in place of the browser’s own failure. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await (takeAnswer(url, init) ?? fetch(url, init))
  } catch (cause) {
    const kind = { status: 503, retry: true, detail: 'You’re offline. Nothing was sent. Try again when you are connected.' } as const
    throw new WorkshopError('network/offline', kind, {}, { cause })
  }
}

/** What the server refused, in its words. */
export function refusalOf(status: number, answer: unknown): WorkshopError {
  const body = ProblemBody.safeParse(answer)
  if (!body.success) {
    return new WorkshopError('server/fault', {
      status: 500,
      retry: true,
      detail: `The server could not do this (${status}). Nothing was changed. Try again.`,
    })
  }
  const { code, detail, status: given, ...data } = body.data
  // The status comes from a server that only sends those of ProblemKind.
  return new WorkshopError(code, { status: given as 400, retry: given >= 500, detail }, data)
}
