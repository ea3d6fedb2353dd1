import { deviceStorage } from '../../../app/platform'

/** Keeps what closes my concern in a secret check on this device; the server gives it once and forgets it at the close. */
export function keepConcernKey(roundId: string, key: string | undefined): void {
  if (key) deviceStorage.write(nameOf(roundId), key)
  else forgetConcernKey(roundId)
}

/** The key to my concern from a secret check, if this device has it. */
export function keptConcernKey(roundId: string): string | undefined {
  return deviceStorage.read(nameOf(roundId)) ?? undefined
}

export function forgetConcernKey(roundId: string): void {
  deviceStorage.remove(nameOf(roundId))
}

function nameOf(roundId: string): string {
  return `convene:concern:${roundId}`
}
