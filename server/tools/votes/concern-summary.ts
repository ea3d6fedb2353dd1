import type { Concern } from '../../../shared/tools/votes/concern-schema'
import { isRefused, standing } from '../../../shared/tools/votes/concern-selectors'
import { levelInWords } from '../../../shared/tools/votes/concern-words'
import type { AgreementSummary, KeptConcern } from '../server-tool'
import { type AgreementQuestion, agreementOf } from './agreement-of'
import { concernsOfDraft } from './concern-ledger'
import { peopleOf, type Reader } from './ledger'

/** How the check on a wording stands, with every concern about it from any of its checks, open ones first. */
export async function agreementWithConcerns(reader: Reader, question: AgreementQuestion): Promise<AgreementSummary | undefined> {
  const concerns = await concernsOfDraft(reader, question.workshopId, question.draftId)
  const summary = (await agreementOf(reader, question)) ?? unasked(concerns)
  if (!summary || concerns.length === 0) return summary
  const names = new Map<string, string>((await peopleOf(reader, question.workshopId)).map(({ id, name }) => [id, name]))
  return { ...summary, concerns: [...concerns].sort(standing).map((concern) => kept(concern, names)) }
}

/** Where the only checks were cancelled: nobody is asked any more, and what was said against the wording is still there. */
function unasked(concerns: readonly Concern[]): AgreementSummary | undefined {
  const last = concerns.at(-1)
  if (!last) return undefined
  const { roundId, method, authorId } = last
  return { roundId, method, secret: authorId === undefined, eligible: 0, answered: 0, passed: false, levels: [], reservations: [] }
}

function kept(concern: Concern, names: ReadonlyMap<string, string>): KeptConcern {
  const { words, authorId, state } = concern
  const by = authorId && names.get(authorId)
  return {
    answer: levelInWords(concern),
    ...(words ? { words } : {}),
    ...(by ? { by } : {}),
    state: state.is === 'closed' ? state.as : isRefused(concern) ? 'refused' : state.is,
  }
}
