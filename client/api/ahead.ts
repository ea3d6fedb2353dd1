/** Requests under way before the screens that ask for them are here. */
const begun = new Map<string, Promise<Response>>()
/** What no screen asked for by then would be told too late. */
const keptMs = 15_000

/**
 * Begins what the page at this address asks first, while its scripts are still on their way. It repeats what
 * `use-door` and `use-workshop-client` ask; when they ask otherwise, nothing is lost but the head start.
 */
export function askAhead({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): void {
  const [, page, name] = pathname.split('/')
  if (!name || hash) return
  if (page === 'j') void atTheDoor(decodeURIComponent(name))
  if (page === 'w') begin(`/api/workshops/${name}`, { method: 'GET', credentials: 'same-origin' })
  setTimeout(() => begun.clear(), keptMs)
}

/** The answer to a request that was begun ahead; each is given once. */
export function takeAnswer(url: string, init: RequestInit): Promise<Response> | undefined {
  const key = keyOf(url, init)
  const answer = begun.get(key)
  begun.delete(key)
  return answer
}

async function atTheDoor(code: string): Promise<void> {
  begin('/api/workshops', { method: 'GET', credentials: 'same-origin' })
  const lookUp = sending({ code })
  const answer = await begin('/api/join', lookUp)
  // Once the page has taken it up, it goes on by itself.
  if (!answer?.ok || !begun.has(keyOf('/api/join', lookUp))) return
  const { workshopId }: { workshopId?: unknown } = await answer.clone().json()
  begin(`/api/workshops/${workshopId}/lobby`, sending({ code }))
}

function begin(url: string, init: RequestInit): Promise<Response | undefined> {
  const answer = fetch(url, init)
  begun.set(keyOf(url, init), answer)
  // Whoever takes it hears of the failure.
  return answer.catch(() => undefined)
}

/** A request with a body, as `call` sends it. */
function sending(body: unknown): RequestInit {
  return { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function keyOf(url: string, { method, body }: RequestInit): string {
  return `${method} ${url} ${body ?? ''}`
}
