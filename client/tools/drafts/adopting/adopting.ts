import type { Dispatch, SetStateAction } from 'react'

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
