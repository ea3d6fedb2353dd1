import { z } from 'zod'
import source from '../../content/decision-methods.json' with { type: 'json' }
import type { AllocationMethod } from './methods'

const Guide = z.object({ id: z.string(), useWhen: z.array(z.string()).optional() })

const guides = z.array(Guide).parse(source.methods)

/** The methods a group chooses with, the usual ones first. */
export const choosingMethods = [
  'dots',
  'approval',
  'score',
  'rank',
  'majority',
  'matrix',
  'budget',
] as const satisfies readonly AllocationMethod[]

/** When a method fits, in one line. Source: decision-methods.json. */
export function whenToChoose(method: AllocationMethod): string {
  return guides.find(({ id }) => id === method)?.useWhen?.[0] ?? ''
}
