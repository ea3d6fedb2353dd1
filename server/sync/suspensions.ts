import { limits } from '../../shared/sync/limits'
import type { Refusal } from './gate'

/** What pages of ours may run into as well: a server that was updated, one page open twice, a fault of the server. */
const blameless: ReadonlySet<string> = new Set(['room/outdated', 'room/client-in-use', 'room/fault'])

interface Conduct {
  /** When something of the device was refused, within the window. */
  readonly refusedAtMs: readonly number[]
  readonly suspendedUntilMs: number
}

/** Keeps a device away for a while that goes on sending what no page of ours sends. Source: THREATS section 6. */
export class Suspensions {
  readonly #devices = new Map<string, Conduct>()

  /** Counts a refusal where it speaks against the device; true when it is one too many. */
  count(device: string, { reason, code }: Refusal): boolean {
    if ((reason !== 'malformed' && reason !== 'forbidden') || blameless.has(code)) return false
    const nowMs = performance.now()
    this.#forgetOld(nowMs)
    const before = this.#devices.get(device)
    const refusedAtMs = [...(before?.refusedAtMs ?? []), nowMs].filter((atMs) => nowMs - atMs < limits.refusalsWindowMs)
    const isTooMany = refusedAtMs.length >= limits.refusals
    const suspendedUntilMs = isTooMany ? nowMs + limits.suspensionMs : (before?.suspendedUntilMs ?? 0)
    this.#devices.delete(device) // the latest stands last
    this.#devices.set(device, { refusedAtMs: isTooMany ? [] : refusedAtMs, suspendedUntilMs })
    return isTooMany
  }

  isSuspended(device: string): boolean {
    return (this.#devices.get(device)?.suspendedUntilMs ?? 0) > performance.now()
  }

  #forgetOld(nowMs: number): void {
    for (const [device, { refusedAtMs, suspendedUntilMs }] of this.#devices) {
      const lastMs = refusedAtMs.at(-1) ?? 0
      if (nowMs - lastMs < limits.refusalsWindowMs || nowMs < suspendedUntilMs) return
      this.#devices.delete(device)
    }
  }
}
