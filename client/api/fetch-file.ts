import type { Endpoint, QueryOf } from '../../shared/http/endpoint'
import { reach, refusalOf, urlOf } from './call'

/** A downloaded file. */
export interface FetchedFile {
  readonly blob: Blob
  readonly fileName: string
  readonly headers: Headers
}

interface FileRequest<E> {
  readonly params: Readonly<Record<string, string>>
  readonly query?: QueryOf<E>
  readonly signal: AbortSignal
  /** Told once the server has made the file and its bytes begin to arrive. */
  readonly onArriving?: () => void
}

/**
 * Fetches a file from an endpoint of the contract.
 *
 * @throws WorkshopError with the server's words when it refuses; `network/offline` when it cannot be reached
 */
export async function fetchFile<E extends Endpoint>(
  endpoint: E,
  { params, query, signal, onArriving }: FileRequest<E>,
): Promise<FetchedFile> {
  const response = await reach(urlOf(endpoint, { params, query }), { method: endpoint.method, credentials: 'same-origin', signal })
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => undefined))
  onArriving?.()
  return { blob: await response.blob(), fileName: nameIn(response.headers) ?? 'document', headers: response.headers }
}

function nameIn(headers: Headers): string | undefined {
  const encoded = headers.get('content-disposition')?.match(/filename\*=UTF-8''([^;]+)/)?.[1]
  return encoded && decodeURIComponent(encoded)
}
