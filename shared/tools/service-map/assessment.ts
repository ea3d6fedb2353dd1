import type { MapStage } from './schema'

/** What a group says about a stage against the need. */
export const assessFields = [
  { key: 'strengths', label: 'Strengths', hint: 'What works, and for whom.' },
  { key: 'weaknesses', label: 'Weaknesses', hint: 'What does not work well enough.' },
  { key: 'challenges', label: 'Challenges', hint: 'What stands in the way: rules, money, distance.' },
  { key: 'gaps', label: 'Gaps', hint: 'What learners or employers need and nobody offers.' },
] as const satisfies readonly { readonly key: keyof MapStage; readonly label: string; readonly hint: string }[]

/** What was said of a stage, in that order. */
export function assessedIn(stage: MapStage): readonly { readonly label: string; readonly words: string }[] {
  return assessFields.flatMap(({ key, label }) => {
    const words = stage[key]
    return words ? [{ label, words }] : []
  })
}
