import { defineCollection } from '../../doc/collection'
import { Partner, TeamMove } from './schema'

/** The roster, removed partners included; selectors leave those out. */
export const partners = defineCollection('partners', Partner)

/** When who went from one ring to another. */
export const teamMoves = defineCollection('teamMoves', TeamMove)
