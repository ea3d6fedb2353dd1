import { z } from 'zod'
import source from './capacity.json' with { type: 'json' }

/** Skills that such work often asks for. */
export const skillTopics: readonly { readonly id: string; readonly label: string }[] = z
  .array(z.object({ id: z.string(), label: z.string() }))
  .parse(source.topics)

/** How well somebody has a skill, from 0, new to it, to 4, can teach it. */
export const skillScale: readonly { readonly value: number; readonly label: string }[] = z
  .array(z.object({ value: z.number().int(), label: z.string() }))
  .parse(source.skillScale)

/** A way to learn. */
export const LearningKind = z.object({ id: z.string(), label: z.string(), bestFor: z.string(), typical: z.string() })
export type LearningKind = z.infer<typeof LearningKind>

export const learningKinds: readonly LearningKind[] = z.array(LearningKind).parse(source.formats)

/** What so many hours a month allow, the least first, with the condition in words. */
export const hourReadings: readonly { readonly id: string; readonly when: string; readonly label: string }[] = z
  .array(z.object({ id: z.string(), when: z.string(), label: z.string() }))
  .parse(source.bandwidth.readings)
