import type { Actor } from '../../access/actor'
import { plural } from '../../doc/words'
import { participants } from '../../workshop/collections'
import type { ToolDefinition, TouchedRecord } from '../tool'
import { learnings, meetings, skills } from './capacity/collections'
import { capacityOutline } from './capacity/outline'
import { Learning, Meeting, Skill } from './capacity/schema'
import { skillsOf } from './capacity/skill-cover'
import { intermediaries, leftOut, membershipReviews, ownSeats, partners, populations, teamMoves } from './collections'
import { contract } from './contract'
import { coverage, gapSentences } from './coverage'
import { emptySeats } from './empty-seats'
import { partnersFills } from './fills'
import { intermediaryIn } from './intermediary'
import { partnersOutline } from './outline'
import { partyOf } from './party'
import { problem } from './problems'
import { LeftOut, OwnSeat, Partner, Population, TeamMove } from './schema'
import { seatListIn } from './seat-list'
import { onRoster } from './selectors'

/** Who is at the table: organisations with sector, level and team, measured against the recommended team. */
export const partnersTool: ToolDefinition = {
  id: 'partners',
  label: 'Partners',
  board: [partners, teamMoves, ownSeats, leftOut, populations, skills, learnings, meetings],
  record: [intermediaries, membershipReviews],
  contract,
  problems: problem.table,
  outline({ record, board }, options) {
    const all = partners.live(board).all()
    const capacity = { skills: skills.live(board).all(), learnings: learnings.live(board).all(), meetings: meetings.live(board).all() }
    return [
      ...partnersOutline(
        all,
        teamMoves.live(board).all(),
        seatListIn(board),
        intermediaryIn(record),
        participants.live(record).all(),
        options,
      ),
      ...capacityOutline(all, capacity),
    ]
  },
  progress({ board }) {
    const roster = onRoster(partners.live(board).all())
    const { filled, missing } = coverage(roster, seatListIn(board))
    const total = filled.length + missing.length
    const words = plural(roster.length, 'partner')
    return { done: filled.length, total, summary: `${words}, ${filled.length} of ${total} minimum seats` }
  },
  describe({ board }, ref) {
    return ref.collection === partners.name ? partners.live(board).get(ref.id)?.name : undefined
  },
  options({ board }) {
    const options = onRoster(partners.live(board).all()).map(({ id, name }) => ({ label: name, ref: { collection: partners.name, id } }))
    return [{ label: 'From partners', isOnRequest: true, options }]
  },
  parties({ record, board }) {
    const chosen = intermediaryIn(record)?.partnerId
    const asked = skills.live(board).all()
    return onRoster(partners.live(board).all()).map((partner) =>
      partyOf({ ...partner, skills: skillsOf(partner, asked) }, partner.id === chosen),
    )
  },
  fills: ({ record, board }) => partnersFills(partners.live(board).all(), intermediaryIn(record)),
  gaps: ({ board }) => gapSentences(coverage(partners.live(board).all(), seatListIn(board))),
  emptySeats: ({ board, record }) => emptySeats(partners.live(board).all(), participants.live(record).all(), seatListIn(board)),
  check: checkPartner,
}

/** A partner or a move is entered under one's own name, and whose entry it is never changes. */
function checkPartner(_actor: Actor, touched: TouchedRecord): string | undefined {
  if (touched.change === 'removed') return undefined
  switch (touched.collection) {
    case partners.name:
      return checkEntry(touched, Partner.safeParse(touched.after).data, 'partner')
    case teamMoves.name:
      return checkEntry(touched, TeamMove.safeParse(touched.after).data, 'move')
    case ownSeats.name:
      return checkEntry(touched, OwnSeat.safeParse(touched.after).data, 'seat')
    case leftOut.name:
      return checkEntry(touched, LeftOut.safeParse(touched.after).data, 'seat')
    case populations.name:
      return checkEntry(touched, Population.safeParse(touched.after).data, 'population')
    case skills.name:
      return checkEntry(touched, Skill.safeParse(touched.after).data, 'skill')
    case learnings.name:
      return checkEntry(touched, Learning.safeParse(touched.after).data, 'training')
    case meetings.name:
      return checkEntry(touched, Meeting.safeParse(touched.after).data, 'meeting')
    default:
      return undefined
  }
}

function checkEntry(touched: TouchedRecord, after: { readonly authorId: string } | undefined, kind: string): string | undefined {
  if (!after) return `This ${kind} is not written as the roster needs it.`
  if (touched.change === 'added' && after.authorId !== touched.createdBy) return `A ${kind} can be added under your own name only.`
  if (touched.change === 'edited' && touched.fields.includes('authorId')) return `Who entered a ${kind} cannot be changed.`
  return undefined
}
