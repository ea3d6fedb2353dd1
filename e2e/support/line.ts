import { connect, createServer, type Server, type Socket } from 'node:net'

/** A network line to the server that can be cut, as when a building's network fails. */
export class Line {
  readonly port: number
  readonly #server: Server
  readonly #sockets: Set<Socket>
  readonly #state: { up: boolean; targetPort: number }

  private constructor(server: Server, port: number, sockets: Set<Socket>, state: { up: boolean; targetPort: number }) {
    this.#server = server
    this.port = port
    this.#sockets = sockets
    this.#state = state
  }

  /** Opens a port on this machine; `lead` says later where it goes. */
  static async open(): Promise<Line> {
    const sockets = new Set<Socket>()
    const state = { up: true, targetPort: 0 }
    const server = createServer((near) => {
      if (!state.up) {
        near.destroy()
        return
      }
      const far = connect(state.targetPort, '127.0.0.1')
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(socket)
        socket.pipe(other)
        socket.on('error', () => other.destroy())
        socket.on('close', () => {
          sockets.delete(socket)
          other.destroy()
        })
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return new Line(server, typeof address === 'object' ? (address?.port ?? 0) : 0, sockets, state)
  }

  leadTo(port: number): void {
    this.#state.targetPort = port
  }

  cut(): void {
    this.#state.up = false
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#state.up = true
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
