import type { RecordRef } from '../../doc/ids'
import type { DecisionOn, WorkshopDocs } from '../tool'
import { rounds } from './collections'
import { textAsked } from './consent'
import { levelsOf } from './levels'
import { isAgreement, methodLabels } from './methods'
import { passedInWords } from './required-words'
import type { Round, RoundResult } from './schema'

/** Closed rounds, and the checks that everybody sees while they run, that had one of these records as an option or as their wording. */
export function decisionsOn({ record }: Pick<WorkshopDocs, 'record'>, refs: readonly RecordRef[]): readonly DecisionOn[] {
  const asked = new Set(refs.map(keyOf))
  return rounds
    .all(record)
    .filter(({ state, method }) => state === 'closed' || (method === 'resonance' && state !== 'draft' && state !== 'cancelled'))
    .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1))
    .flatMap((round): DecisionOn[] => {
      const options = round.options.filter(({ ref }) => ref && asked.has(keyOf(ref)))
      const subject = round.subject && { collection: 'drafts', id: round.subject.draftId }
      const on = [...options.flatMap(({ ref }) => (ref ? [ref] : [])), ...(subject && asked.has(keyOf(subject)) ? [subject] : [])]
      if (on.length === 0) return []
      const outcome = isAgreement(round.method) ? levelsInWords(round) : placesInWords(round, options)
      const words = `${methodLabels[round.method]}: ${round.question}`
      const textHash = round.state === 'closed' ? textAsked(round) : undefined
      return [
        { ref: { collection: rounds.name, id: round.id }, words, on, ...(outcome ? { outcome } : {}), ...(textHash ? { textHash } : {}) },
      ]
    })
}

function keyOf({ collection, id }: RecordRef): string {
  return `${collection}/${id}`
}

/** For example `“One door” came 1 of 5`; places of a result that says no more than how many voted stay unsaid. */
function placesInWords({ result }: Round, options: Round['options']): string {
  const places = result?.options ?? []
  return options
    .flatMap(({ id, label }) => {
      const place = places.find((option) => option.id === id)
      return place ? [`“${label}” came ${place.rank} of ${places.length}${place.tied ? ', tied' : ''}`] : []
    })
    .join('; ')
}

/** For example `Not passed. Resonates 4, Not yet 1`; of a check that goes on, as it stands. */
function levelsInWords({ method, result: first, final, provisional, answers }: Round): string {
  if (!isAgreement(method)) return ''
  const result = final?.together ?? first
  const counted = result ? result.levels : liveLevels(answers)
  const levels = levelsOf[method]
    .flatMap(({ answer, label, heading = label }) => {
      const people = counted?.find((level) => level.answer === answer)?.people ?? 0
      return people > 0 ? [`${heading} ${people}`] : []
    })
    .join(', ')
  if (!result) return levels === '' ? '' : `So far: ${levels}`
  const outcome = result.verdict && (provisional && !final ? 'Provisional.' : passedInWords(result.verdict))
  return [outcome ?? '', levels || (result.withheld ? 'Its answers stay unsaid' : 'Nobody answered')]
    .filter((part) => part !== '')
    .join(' ')
}

function liveLevels(answers: Round['answers'] = {}): NonNullable<RoundResult['levels']> {
  const given = Object.values(answers).map(({ answer }) => answer)
  return [...new Set(given)].map((answer) => ({ answer, people: given.filter((each) => each === answer).length }))
}
