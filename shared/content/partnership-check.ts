import { z } from 'zod'
import source from './partnership-check.json' with { type: 'json' }

const Group = z.object({ label: z.string(), questions: z.array(z.object({ id: z.string(), text: z.string() })) })

/** Questions to ask before a partnership is formed, by what they are about. */
export const questionsBefore = z.array(Group).parse(source.prePartnership.groups)

/** When the answers are a reason to talk before going on. */
export const readingBefore: string = source.prePartnership.reading
