import type { OwnBallot } from '../../../../shared/tools/votes/ballot-contract'
import { deviceStorage } from '../../../app/platform'

/** Somebody's part in a round. */
interface Answered {
  readonly roundId: string
  readonly participantId: string
}

/**
 * Keeps what closes a concern of a secret check on the device that answered, by person: another who uses the same device must
 * not learn whose concern was whose. The server forgets it at the close, so what it says then changes nothing here.
 */
export function keepConcernKey(answered: Answered, { concernKey, answer, allocation }: OwnBallot): void {
  if (concernKey) deviceStorage.write(nameOf(answered), concernKey)
  else if (answer !== undefined || allocation !== undefined) forgetConcernKey(answered)
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
