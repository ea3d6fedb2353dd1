import { deviceStorage } from '../platform'

const keyOf = (participantId: string) => `convene.caught-up.${participantId}`

/** Whether this device has shown, or its owner has put away, what they missed in the absence that ended a visit then. */
export function wasTold(participantId: string, sinceMs: number): boolean {
  return deviceStorage.read(keyOf(participantId)) === String(sinceMs)
}

export function setTold(participantId: string, sinceMs: number): void {
  deviceStorage.write(keyOf(participantId), String(sinceMs))
}
