import { deviceStorage } from '../../../app/platform'

/** Somebody's answer to a round. Another person who uses the same device must not learn whose concern was whose. */
export interface Answered {
  readonly roundId: string
  readonly participantId: string
}

/** Keeps what closes a concern of a secret check on the device that answered; the server forgets it at the close. */
export function keepConcernKey(answered: Answered, key: string | undefined): void {
  if (key) deviceStorage.write(nameOf(answered), key)
  else forgetConcernKey(answered)
}

/** The key to a concern from a secret check, if this device has it. */
export function keptConcernKey(answered: Answered): string | undefined {
  return deviceStorage.read(nameOf(answered)) ?? undefined
}

export function forgetConcernKey(answered: Answered): void {
  deviceStorage.remove(nameOf(answered))
}

function nameOf({ roundId, participantId }: Answered): string {
  return `convene:concern:${roundId}:${participantId}`
}
