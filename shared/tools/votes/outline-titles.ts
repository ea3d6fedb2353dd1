import { dayInWords } from '../../doc/day'
import type { WorkshopDocs } from '../tool'
import type { Titled } from './annex'
import { isAgreement } from './methods'
import type { Round } from './schema'
import { isLate } from './selectors'

/** Closed rounds with the words that head each of them, in the order in which they closed; no two are headed alike. */
export function titled(closed: readonly Round[], docs: Pick<WorkshopDocs, 'describe'>): readonly Titled[] {
  const rounds = closed.map((round) => ({ round, title: titleOf(round, docs) }))
  return rounds.map(({ round, title }) => {
    const alike = rounds.filter((each) => each.title === title)
    if (alike.length === 1) return { round, title }
    const number = alike.findIndex((each) => each.round === round) + 1
    const day = round.closedAtMs === undefined ? '' : `, ${dayInWords(round.closedAtMs)}`
    return { round, title: `${title} (${isAgreement(round.method) ? 'check' : 'vote'} ${number}${day})` }
  })
}

/** A check asks the same of every wording, so it is headed by the wording's name too. */
function titleOf(round: Round, { describe }: Pick<WorkshopDocs, 'describe'>): string {
  const { question, subject } = round
  const wording = subject && describe({ collection: 'drafts', id: subject.draftId })
  const about = wording ? `${wording}. ${question}` : question
  return isLate(round) ? `${about} (late answers)` : about
}
