/** Where the group is, as `record` says. */
export interface GroupPlace {
  readonly stepId: string | undefined
  /** Number of the last "Bring everyone here"; 0 before the first. */
  readonly summons: number
}

/** What a change of the group's place does to one person's screen. */
export type Follow =
  | { readonly move: 'none' }
  | { readonly move: 'now'; readonly stepId: string }
  /** With a few seconds to say "Stay here". */
  | { readonly move: 'ask'; readonly stepId: string }

/**
 * People on the group's step follow it; who looks elsewhere is only moved by a summons. Nobody who is typing, or
 * who has wandered off, is moved without the chance to stay.
 *
 * @param view the step, `log` or `document` on this person's screen
 */
export function followGroup(before: GroupPlace, after: GroupPlace, view: string, typing: boolean): Follow {
  const { stepId } = after
  if (stepId === undefined || stepId === view) return { move: 'none' }
  const summoned = after.summons > before.summons
  const following = view === before.stepId
  if (!summoned && (!following || stepId === before.stepId)) return { move: 'none' }
  return following && !typing ? { move: 'now', stepId } : { move: 'ask', stepId }
}
