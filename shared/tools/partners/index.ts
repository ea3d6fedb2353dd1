import type { Actor } from '../../access/actor'
import { plural } from '../../doc/words'
import { participants } from '../../workshop/collections'
import type { ToolDefinition, TouchedRecord } from '../tool'
import { partners } from './collections'
import { coverage, gapSentences } from './coverage'
import { emptySeats } from './empty-seats'
import { partnersOutline } from './outline'
import { partyOf } from './party'
import { seatRules } from './recommended-team'
import { Partner } from './schema'
import { onRoster } from './selectors'

/** Who is at the table: organisations with sector, level and team, measured against the recommended team. */
export const partnersTool: ToolDefinition = {
  id: 'partners',
  label: 'Partners',
  board: [partners],
  record: [],
  contract: {},
  problems: {},
  outline: ({ board }, options) => partnersOutline(partners.live(board).all(), options),
  progress({ board }) {
    const roster = onRoster(partners.live(board).all())
    const { filled } = coverage(roster)
    const words = plural(roster.length, 'partner')
    return { done: filled.length, total: seatRules.length, summary: `${words}, ${filled.length} of ${seatRules.length} minimum seats` }
  },
  describe({ board }, ref) {
    return ref.collection === partners.name ? partners.live(board).get(ref.id)?.name : undefined
  },
  parties: ({ board }) => onRoster(partners.live(board).all()).map(partyOf),
  gaps: ({ board }) => gapSentences(coverage(partners.live(board).all())),
  emptySeats: ({ board, record }) => emptySeats(partners.live(board).all(), participants.live(record).all()),
  check: checkPartner,
}

/** A partner is entered under one's own name, and whose entry it is never changes. */
function checkPartner(_actor: Actor, touched: TouchedRecord): string | undefined {
  if (touched.collection !== partners.name || touched.change === 'removed') return undefined
  const after = Partner.safeParse(touched.after)
  if (!after.success) return 'This partner is not written as the roster needs it.'
  if (touched.change === 'added' && after.data.authorId !== touched.createdBy) return 'A partner can be added under your own name only.'
  if (touched.change === 'edited' && touched.fields.includes('authorId')) return 'Who entered a partner cannot be changed.'
  return undefined
}
