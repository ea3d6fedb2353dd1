import { deviceStorage } from './platform'

/** What this device keeps for a person's field; undefined where nothing was typed into it. */
export function keptWords(participantId: string, place: string): string | undefined {
  return deviceStorage.read(keyOf(participantId) + place) ?? undefined
}

/** Keeps what is in a field that is not sent yet. */
export function keepWords(participantId: string, place: string, words: string): void {
  deviceStorage.write(keyOf(participantId) + place, words)
}

/** They are sent, or nobody wants them. */
export function dropWords(participantId: string, place: string): void {
  deviceStorage.remove(keyOf(participantId) + place)
}

/** Forgets what a person typed anywhere and did not send; done when they leave. */
export function dropAllWords(participantId: string): void {
  deviceStorage.removeUnder(keyOf(participantId))
}

function keyOf(participantId: string): string {
  return `convene:typed:${participantId}:`
}
