import { defineCollection } from '../../doc/collection'
import { Intermediary, LeftOut, MembershipReview, OwnSeat, Partner, Population, TeamMove } from './schema'

/** The roster, removed partners included; selectors leave those out. */
export const partners = defineCollection('partners', Partner)

/** When who went from one ring to another. */
export const teamMoves = defineCollection('teamMoves', TeamMove)

/** Seats beside the recommended ones. */
export const ownSeats = defineCollection('ownSeats', OwnSeat)

/** Recommended seats and minimum rules that this partnership does without. */
export const leftOut = defineCollection('leftOutSeats', LeftOut)

/** Whom the work is for. */
export const populations = defineCollection('targetPopulations', Population)

/** At most one; only the server writes it. */
export const intermediaries = defineCollection('intermediaries', Intermediary)

/** At most one; only the server writes it. */
export const membershipReviews = defineCollection('membershipReviews', MembershipReview)
