import type { Actor, ParticipantId, WorkshopId } from '../../shared/access/actor'
import type { App } from '../app'

/** One person of the sample workshop, who does everything through the public contract. */
export class Visitor {
  readonly #app: App
  #cookie = ''
  #workshopId: WorkshopId | undefined
  #participantId: ParticipantId | undefined

  constructor(app: App) {
    this.#app = app
  }

  /** The person as commands want them. @throws Error before they have a seat */
  get actor(): Actor {
    if (!this.#workshopId || !this.#participantId) throw new Error('no seat yet')
    return { workshopId: this.#workshopId, id: this.#participantId, role: 'contributor' }
  }

  /** @throws Error when the server refuses: the sample must fit the product's own rules */
  async request<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const request = new Request(this.#app.origin + path, {
      method,
      headers: { origin: this.#app.origin, cookie: this.#cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await this.#app.fetch(request)
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';')[0] ?? ''
    const answer = (await response.json()) as T // our own contract
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }

  /** Below `/api/workshops/<workshop>`. */
  workshop<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    return this.request<T>(method, `/api/workshops/${this.#workshopId}${path}`, body)
  }

  /** Takes the seat that joining or opening answered. */
  sit(seat: { readonly workshopId: string; readonly participantId: string }): void {
    this.#workshopId = seat.workshopId as WorkshopId // both as the contract's answer has them
    this.#participantId = seat.participantId as ParticipantId
  }
}
