import { Agent, request } from 'node:http'
import type { Answer } from './server'

/** One request, with every byte in the caller's hands. */
export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly text?: string
}

/** Requests over connections that stay open: many in flight, each cheaper than a fetch. */
export class HttpLine {
  readonly origin: string
  readonly #agent: Agent

  constructor(origin: string, connections = 64) {
    this.origin = origin
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  get(path: string, cookie: string): Promise<Answer> {
    return this.send({ method: 'GET', path, headers: { cookie } })
  }

  /** A ballot, or whatever else is JSON. */
  put(path: string, cookie: string, text: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send({
      method: 'PUT',
      path,
      text,
      headers: { origin: this.origin, 'content-type': 'application/json', cookie, ...headers },
    })
  }

  /** Rejects when the connection breaks before the answer is whole. */
  send({ method, path, headers = {}, text }: RawRequest): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) }
      const sent = request(this.origin + path, { agent: this.#agent, method, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString()
          const isJson = response.headers['content-type']?.includes('json')
          resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(body) : body })
        })
      })
      sent.on('error', reject)
      sent.end(text)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
