import { defineCollection } from '../../doc/collection'
import { DecisionRight } from './rights/right-schema'
import { Chart, Duty } from './schema'

/** Own letters are edited entry by entry. */
export const charts = defineCollection('charts', Chart, { maps: ['own'] })

/** Rows of all charts, removed ones included; cells and claims are edited entry by entry. */
export const duties = defineCollection('duties', Duty, { maps: ['cells', 'claims'] })

/** Kinds of decision, removed ones included; what each level has to do with one is edited entry by entry. */
export const decisionRights = defineCollection('decisionRights', DecisionRight, { maps: ['shares'] })
