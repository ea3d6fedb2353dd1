import type { Dispatch, SetStateAction } from 'react'
import { dropWords, keepWords, keptWords } from '../../../app/typed-words'

/** An adoption that somebody is about to make. The page keeps it, so that it outlives the draft's own screen. */
export interface Adopting {
  readonly draftId: string
  readonly title: string
  /** Typed so far. */
  readonly reason: string
  readonly sending: 'no' | 'on-its-way' | 'taken'
}

export interface AdoptingHand {
  readonly adopting: Adopting | undefined
  readonly setAdopting: Dispatch<SetStateAction<Adopting | undefined>>
}

/** The reason that somebody typed for adopting a wording, on this device across reloads until it is given or left. */
export function keptReason(participantId: string, draftId: string): string {
  return keptWords(participantId, placeOf(draftId)) ?? ''
}

/** Keeps the reason as it is now; an empty one is none. */
export function keepReason(participantId: string, draftId: string, reason: string): void {
  if (reason === '') dropWords(participantId, placeOf(draftId))
  else keepWords(participantId, placeOf(draftId), reason)
}

function placeOf(draftId: string): string {
  return `adopt:${draftId}`
}
