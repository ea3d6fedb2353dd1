import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { defineEndpoint } from '../../http/endpoint'
import { limits } from '../../sync/limits'
import { LinkKey } from '../../workshop/fields'
import { PulseAnswer, PulsePage } from './pulse'
import { OwnRow, RowField, RowLists } from './row'
import { Day, PartnerId } from './schema'

/** A partner's row as its private link shows it. */
const RowPage = z.object({
  workshopTitle: z.string(),
  name: z.string(),
  row: OwnRow,
  /** Nobody can change the roster just now. */
  isLocked: z.boolean(),
})
export type RowPage = z.infer<typeof RowPage>

const listRowLinks = defineEndpoint({
  method: 'GET',
  path: '/api/workshops/:id/row-links',
  summary: 'Which partners have a private link to their row (facilitators)',
  result: z.object({ links: z.array(z.object({ partnerId: PartnerId, madeAtMs: z.number(), usedAtMs: z.number().optional() })) }),
  status: 200,
})

const makeRowLink = defineEndpoint({
  method: 'POST',
  path: '/api/workshops/:id/partners/:partnerId/row-link',
  summary: 'Make the private link to a partner’s row; it replaces the one before, and is shown once (facilitators)',
  result: z.object({ url: z.string() }),
  status: 201,
})

const revokeRowLink = defineEndpoint({
  method: 'DELETE',
  path: '/api/workshops/:id/partners/:partnerId/row-link',
  summary: 'Revoke the private link to a partner’s row (facilitators)',
  result: z.object({ done: z.literal(true) }),
  status: 200,
})

const readRow = defineEndpoint({
  method: 'POST',
  path: '/api/workshops/:id/row',
  summary: 'Read a partner’s row by its private link',
  body: z.object({ key: LinkKey }),
  result: RowPage,
  status: 200,
})

const editRow = defineEndpoint({
  method: 'PUT',
  path: '/api/workshops/:id/row',
  summary: 'Change a partner’s row by its private link; what is not named stays',
  body: z.object({
    key: LinkKey,
    said: OwnRow,
    takenAway: z.array(RowField).max(RowField.options.length),
    /** The lists that were changed, as they were read: entries that others made meanwhile stay. */
    seen: RowLists.optional(),
  }),
  result: RowPage,
  status: 200,
})

const setReview = defineEndpoint({
  method: 'PUT',
  path: '/api/workshops/:id/membership-review',
  summary: 'Set the day on which the group looks again at who is at the table, or none (facilitators)',
  body: z.object({ dueOn: Day.nullable() }),
  result: z.object({ dueOn: Day.nullable() }),
  status: 200,
})

const chooseIntermediary = defineEndpoint({
  method: 'PUT',
  path: '/api/workshops/:id/intermediary',
  summary: 'Take over which partner a closed vote chose as the intermediary, and who acts for it (facilitators)',
  body: z.object({ roundId: z.string().max(64), people: z.array(ParticipantId).max(limits.participants) }),
  result: z.object({ partnerId: PartnerId }),
  status: 200,
})

const readPulse = defineEndpoint({
  method: 'GET',
  path: '/api/workshops/:id/pulse',
  summary: 'One’s own partner’s pulse; for those who act for the intermediary, that of every partner',
  result: PulsePage,
  status: 200,
})

const givePulse = defineEndpoint({
  method: 'PUT',
  path: '/api/workshops/:id/pulse',
  summary: 'Answer the two questions of the pulse for one’s partner; a second answer of a day replaces the first',
  body: PulseAnswer,
  result: PulsePage,
  status: 200,
})

const writeMissionLine = defineEndpoint({
  method: 'PUT',
  path: '/api/workshops/:id/mission-line',
  summary: 'Write how the work serves one’s partner’s own mission; only its own people read it',
  body: z.object({ words: z.string().max(limits.titleLength) }),
  result: PulsePage,
  status: 200,
})

export const contract = {
  readPulse,
  givePulse,
  writeMissionLine,
  listRowLinks,
  makeRowLink,
  revokeRowLink,
  readRow,
  editRow,
  setReview,
  chooseIntermediary,
}
