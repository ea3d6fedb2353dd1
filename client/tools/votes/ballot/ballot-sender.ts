import { WorkshopError } from '../../../../shared/http/problem'
import type { OwnBallot } from '../../../../shared/tools/votes/ballot-contract'
import type { Answer } from '../../../../shared/tools/votes/methods'
import type { CastBallot } from '../../../../shared/tools/votes/requests'
import type { Allocation } from '../../../../shared/tools/votes/schema'

/** What a person wants their ballot to be. */
export interface WantedBallot {
  readonly allocation?: Allocation
  readonly answer?: Answer
  readonly reason?: string | undefined
  /** Whether an answer is for one text, or for any in its spirit. */
  readonly binding?: 'wording' | 'spirit' | undefined
  readonly textHash?: string | undefined
  readonly done: boolean
}

export interface BallotState {
  readonly loading: boolean
  readonly eligible: boolean
  readonly wanted: WantedBallot
  /** Texts of which I said that they change the sense. */
  readonly contested?: readonly string[] | undefined
  /** My answer, as it was when it was read last, does not stand on the words. */
  readonly lapsed?: boolean | undefined
  /** `waiting`: the connection is lost; the same request goes out again when it is back. */
  readonly sending: 'idle' | 'sending' | 'waiting'
  /** Something the person must know: stale, refused, closed. */
  readonly notice: string | undefined
  readonly receipt: string | undefined
  /** Version that the server has; 0 for none. */
  readonly version: number
}

/** How the sender reaches the server. */
export interface BallotPorts {
  read(): Promise<OwnBallot & Pick<BallotState, 'eligible' | 'lapsed'>>
  cast(request: CastBallot): Promise<OwnBallot>
  newKey(): string
}

const retryMs = [500, 1_000, 2_000, 4_000, 8_000] as const
const emptyBallot: WantedBallot = { done: false }

/**
 * Brings one person's ballot to the server: one request at a time, the newest wish last, and after a lost connection
 * the very same request again, so that it counts once.
 */
export class BallotSender {
  readonly #ports: BallotPorts
  readonly #listeners = new Set<() => void>()
  #state: BallotState = {
    loading: true,
    eligible: false,
    wanted: emptyBallot,
    sending: 'idle',
    notice: undefined,
    receipt: undefined,
    version: 0,
  }
  #confirmed: WantedBallot = emptyBallot
  #request: CastBallot | undefined
  #inFlight = false
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ports: BallotPorts) {
    this.#ports = ports
  }

  readonly state = (): BallotState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads the ballot as it stands; what is on its way is left alone. */
  async load(): Promise<void> {
    try {
      const own = await this.#ports.read()
      if (this.#request) return
      this.#take(own)
      this.#show({ loading: false, eligible: own.eligible, wanted: this.#confirmed, contested: own.contested, lapsed: own.lapsed })
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      if (!cause.kind.retry) return this.#show({ loading: false, notice: cause.message })
      this.#timer = setTimeout(() => void this.load(), this.#pause())
    }
  }

  /** Wants another ballot; it is sent at once, or after the one that is on its way. */
  want(change: Partial<WantedBallot>): void {
    this.#show({ wanted: { ...this.#state.wanted, ...change }, notice: undefined })
    void this.#pump()
  }

  /** Takes the answer to a check back; the ballot stays, and says nothing. */
  withdraw(): void {
    this.#show({ wanted: { allocation: {}, done: false }, notice: undefined })
    void this.#pump()
  }

  /** Tries again now, for example because the device is online again. */
  retry(): void {
    if (!this.#request || this.#inFlight) return
    clearTimeout(this.#timer)
    void this.#send(this.#request)
  }

  /** Stops retrying; nothing is taken back. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  async #pump(): Promise<void> {
    const { wanted, version } = this.#state
    if (this.#request || same(wanted, this.#confirmed)) return
    this.#request = { idempotencyKey: this.#ports.newKey(), baseVersion: version, ...wanted }
    await this.#send(this.#request)
  }

  async #send(request: CastBallot): Promise<void> {
    this.#inFlight = true
    this.#show({ sending: this.#tries > 0 ? 'waiting' : 'sending' })
    try {
      const answer = await this.#ports.cast(request)
      this.#settle()
      this.#take(answer)
      await this.#pump()
    } catch (cause) {
      this.#inFlight = false
      if (!(cause instanceof WorkshopError)) throw cause
      if (cause.kind.retry) {
        this.#show({ sending: 'waiting' })
        this.#timer = setTimeout(() => this.retry(), this.#pause())
      } else this.#refused(request, cause)
    }
  }

  /** Shows what the server has; what was refused is not kept. */
  #refused(request: CastBallot, { code, message, data }: WorkshopError): void {
    this.#settle()
    const standing = (code === 'vote/stale' ? data.current : code === 'vote/closed' ? data.recorded : undefined) as OwnBallot | undefined
    if (code === 'vote/closed' && standing && standing.version > request.baseVersion) {
      // The answer to this very ballot was lost on the way: it was counted.
      this.#take({ ...standing, ...choiceOf(request) })
    } else {
      if (standing && standing.version > 0) this.#take(standing)
      this.#show({ wanted: this.#confirmed, notice: message })
    }
  }

  #settle(): void {
    this.#request = undefined
    this.#inFlight = false
    this.#tries = 0
    clearTimeout(this.#timer)
    this.#show({ sending: 'idle' })
  }

  #take(ballot: OwnBallot): void {
    const { allocation, answer, reason, binding, textHash, done, version, receipt } = ballot
    this.#confirmed = {
      done,
      ...(answer === undefined ? { allocation: allocation ?? {} } : { answer }),
      reason,
      binding,
      textHash,
    }
    this.#show({ version, ...(receipt ? { receipt } : {}) })
  }

  #pause(): number {
    const pause = retryMs[Math.min(this.#tries, retryMs.length - 1)] ?? 8_000
    this.#tries += 1
    return pause
  }

  #show(change: Partial<BallotState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function choiceOf({ allocation, answer, reason }: Pick<OwnBallot, 'allocation' | 'answer' | 'reason'>): Partial<WantedBallot> {
  return { ...(allocation ? { allocation } : {}), ...(answer === undefined ? {} : { answer }), ...(reason ? { reason } : {}) }
}

function same(a: WantedBallot, b: WantedBallot): boolean {
  return canonical(a) === canonical(b)
}

// An answer that does not say what it is about is about the wording.
function canonical({ allocation = {}, answer, reason, binding = 'wording', textHash, done }: WantedBallot): string {
  const placed = Object.entries(allocation)
    .filter(([, value]) => value > 0)
    .sort(([x], [y]) => (x < y ? -1 : 1))
  return JSON.stringify([placed, answer ?? null, reason ?? '', answer === undefined ? '' : binding, textHash ?? '', done])
}
