import type { Page } from '@playwright/test'

const mostWaitMs = 10_000

/** Everything one browser page was sent: every WebSocket frame and every response, as text that can be searched. */
export class Traffic {
  readonly #frames: string[] = []
  readonly #responses: string[] = []
  readonly #arriving = new Set<Promise<void>>()

  private constructor() {}

  /** Begins to listen; call it before the page's first address. */
  static of(page: Page): Traffic {
    const traffic = new Traffic()
    page.on('websocket', (socket) => {
      // Words in a binary frame are UTF-8, each in one piece, so that they are found in it as they stand.
      socket.on('framereceived', ({ payload }) => traffic.#frames.push(payload.toString()))
    })
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/assets/')) return
      const body = response
        .text()
        .then((text) => void traffic.#responses.push(text))
        .catch(() => undefined) // A redirect or an empty answer has no body.
        .finally(() => traffic.#arriving.delete(body))
      traffic.#arriving.add(body)
    })
    return traffic
  }

  /** All of it so far. The browser keeps back for ever the body of an answer whose page was left while it came. */
  async received(): Promise<string> {
    await Promise.race([Promise.all(this.#arriving), new Promise((resolve) => setTimeout(resolve, mostWaitMs))])
    return [...this.#responses, ...this.#frames].join('\n')
  }
}
