import { Flag, Heart, HeartHandshake, type LucideIcon } from 'lucide-react'
import { levelsOf } from '../../../../shared/tools/votes/levels'

/** The three answers of a resonance check with their signs, most agreement first. */
export const resonanceAnswers: readonly {
  readonly answer: string
  readonly say: string
  readonly heading: string
  readonly Icon: LucideIcon
}[] = levelsOf.resonance.map(({ answer, label, heading = label }, place) => ({
  answer: String(answer),
  say: label,
  heading,
  Icon: [Heart, HeartHandshake][place] ?? Flag,
}))
