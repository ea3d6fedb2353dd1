import { z } from 'zod'
import { agreementOutlines, placeholders } from '../../../content/working-agreement'
import { idSchema } from '../../../doc/ids'
import { defineEndpoint } from '../../../http/endpoint'
import { StepId } from '../../../workshop/schema'

const DraftId = idSchema('draft')
const Day = z.iso.date()
const Count = z.number().int().min(1).max(1000)

/** What a person says where the workshop holds nothing. */
export const AgreementAnswers = z.object({
  startDate: Day.optional(),
  endDate: Day.optional(),
  reviewEveryMonths: Count.optional(),
  noticeDays: Count.optional(),
})
export type AgreementAnswers = z.output<typeof AgreementAnswers>

/** The placeholders that a person is asked for. */
export const askedFor = placeholders.filter(({ fillFrom }) => fillFrom === null)

export const NewAgreement = z.object({
  outline: z.enum(agreementOutlines.map(({ id }) => id)),
  answers: AgreementAnswers,
  /** The agenda step whose own draft this becomes. */
  stepId: StepId.optional(),
  /** The working draft beside which it stands, put together anew. */
  rivalOf: DraftId.optional(),
})
export type NewAgreement = z.output<typeof NewAgreement>

export const composeDraft = defineEndpoint({
  method: 'POST',
  path: '/api/workshops/:id/agreements',
  summary: 'Begin a working agreement from what the workshop holds, as a draft that everybody goes on writing',
  body: NewAgreement,
  result: z.object({ draftId: DraftId }),
  status: 201,
})
