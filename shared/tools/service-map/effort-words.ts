import type { EffortState } from './schema'

/** How far a group knows an effort, in words; `next` is what to do about it. */
export const effortStates: Readonly<Record<EffortState, { readonly label: string; readonly next: string }>> = {
  said: { label: 'Said, not found yet', next: 'Find out where it is and whom to ask.' },
  found: { label: 'Found, not examined yet', next: 'Look at it: for whom, how many, with what result.' },
  examined: { label: 'Found and examined', next: '' },
}
