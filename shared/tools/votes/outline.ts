import { type Block, type OutlineOptions, type OutlineSection, plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import { participants } from '../../workshop/collections'
import type { WorkshopDocs } from '../tool'
import { headingOf } from './agreement'
import { ballotsAnnex } from './annex'
import { reasonsOf, spreadTable } from './check-outline'
import { rounds } from './collections'
import { concernsOutline } from './concern-outline'
import { finalBlocks } from './final-outline'
import { lapsedBlocks } from './lapsed-outline'
import { isAgreement, methodLabels } from './methods'
import { titled } from './outline-titles'
import {
  afterInWords,
  countingInWords,
  groupInWords,
  identityInWords,
  marginInWords,
  splitInWords,
  spreadInWords,
  votersInWords,
} from './outline-words'
import type { Affiliation } from './partition'
import { passedInWords, requiredInWords, verdictInWords } from './required-words'
import type { Breakdown, Round, RoundResult } from './schema'
import { isLate } from './selectors'
import { isTold } from './told-levels'

/**
 * Results of closed rounds, oldest first, concerns about wordings, and single ballots as an annex; the decision log itself is
 * another tool's chapter of the same part.
 */
export function votesOutline(docs: Pick<WorkshopDocs, 'record' | 'describe'>, options: OutlineOptions): readonly OutlineSection[] {
  const all = rounds.all(docs.record)
  const closed = titled(
    all.filter(({ state }) => state === 'closed').sort((a, b) => (a.closedAtMs ?? 0) - (b.closedAtMs ?? 0) || (a.id < b.id ? -1 : 1)),
    docs,
  )
  const raised = concernsOutline(docs, options)
  if (closed.length === 0) return raised
  const questions = new Map<string, string>(all.map(({ id, question }) => [id, question]))
  const people = new Map<string, Affiliation>(participants.all(docs.record).map((person) => [person.id, person]))
  const results: OutlineSection = {
    part: 'decisions',
    title: 'Results of votes',
    note: plural(closed.length, 'vote'),
    blocks: closed.flatMap(({ round, title }) => roundBlocks(round, title, questions, people, options)),
  }
  return [results, ...raised, ...ballotsAnnex(docs.record, closed, options)]
}

function roundBlocks(
  round: Round,
  title: string,
  questions: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, Affiliation>,
  options: OutlineOptions,
): Block[] {
  const { result, turnout, after } = round
  const earlier = after && questions.get(after.roundId)
  const turnoutWords = result?.verdict ? [] : [`${result?.voters ?? 0} of ${turnout.eligible} voted.`]
  const about = [
    termsOf(round),
    ...requiredInWords(round.rule, options.names),
    ...turnoutWords,
    ...(after && earlier ? [afterInWords(after.as, earlier)] : []),
    ...(result?.identity ? [identityInWords(result.identity)] : []),
  ]
  const blocks: Block[] = [
    { type: 'heading', level: 3, text: plain(title) },
    { type: 'paragraph', style: 'meta', text: plain(about.join(' ')) },
  ]
  if (!result) return blocks
  if (result.withheld)
    blocks.push({ type: 'paragraph', text: plain('Fewer than 3 people voted, so the totals of this secret vote stay unsaid.') })
  if (result.options) blocks.push(optionTable(round, round.final?.together ? `${title}: first count` : title, result.options))
  if (result.levels) blocks.push(levelTable(round, round.final?.together ? `${title}: first count` : title, result.levels))
  // Late answers are judged together with the first ones.
  if (result.verdict && !(isLate(round) && isAgreement(round.method))) {
    const words = `${passedInWords(result.verdict)} ${verdictInWords(round, result.verdict, options.names)}`
    blocks.push({ type: 'paragraph', text: plain(words) })
  }
  blocks.push(...lapsedBlocks(round))
  const remarks = [...(result.split ?? []).map((split) => splitInWords(round, split)), ...(result.margin ? [marginInWords(result)] : [])]
  if (remarks.length > 0) blocks.push({ type: 'paragraph', text: plain(remarks.join(' ')) })
  // An organisation of one person is a name.
  const breakdowns = ((isAgreement(round.method) && round.final?.together?.breakdowns) || (result.breakdowns ?? [])).filter(
    ({ by }) => options.names || by !== 'organisation',
  )
  blocks.push(...breakdowns.map((breakdown) => breakdownTable(round, title, breakdown)))
  const reservations = options.reservations ? reasonsOf(result, people) : []
  if (reservations.length > 0) {
    const items = reservations.map((reason) => ({ blocks: [{ type: 'paragraph', text: plain(reason) }] as const }))
    blocks.push({ type: 'paragraph', text: plain('In the words of those who answered:') }, { type: 'list', ordered: false, items })
  }
  blocks.push(...finalBlocks(round, title, options.names), { type: 'paragraph', style: 'meta', text: plain(countingInWords(round)) })
  if (round.recorded) blocks.push({ type: 'paragraph', text: [{ text: 'Decided: ', marks: ['bold'] }, { text: round.recorded.words }] })
  const held = options.reservations ? round.recorded?.reservations : undefined
  if (held) blocks.push({ type: 'paragraph', text: [{ text: 'Reservations: ', marks: ['bold'] }, { text: held }] })
  return blocks
}

function termsOf({ method, secret, dots, maxPerOption }: Round): string {
  const ballot = secret ? 'secret ballot' : 'open ballot'
  const budget =
    method === 'dots' ? `, ${plural(dots, 'dot')} each${maxPerOption < dots ? `, at most ${maxPerOption} on one option` : ''}` : ''
  return `${methodLabels[method]}${budget}, ${ballot}.`
}

function optionTable(round: Round, title: string, results: NonNullable<RoundResult['options']>): Block {
  const labels = new Map<string, string>(round.options.map(({ id, label }) => [id, label]))
  if (round.method === 'matrix') return gridTable(title, results, labels)
  const breadth = results.every(({ organisations }) => organisations !== undefined)
  const hasSpread = results.some(({ spread, polarised }) => spread !== undefined || polarised !== undefined)
  const columns = [...(breadth ? ['Organisations'] : []), ...(hasSpread ? ['Spread'] : [])]
  return {
    type: 'table',
    caption: title,
    head: ['Rank', 'Option', round.method === 'dots' ? 'Dots' : 'Count', 'People', ...columns].map(plain),
    rows: results.map((option) => {
      const { id, dots, people, organisations, rank, tied } = option
      const more = [...(breadth ? [`${organisations}`] : []), ...(hasSpread ? [spreadInWords(option)] : [])]
      return [tied ? `${rank} (tie)` : `${rank}`, labels.get(id) ?? id, `${dots}`, `${people}`, ...more].map(plain)
    }),
  }
}

/** Impact and effort are means of those who placed an option on the grid, and it is ranked by what lies between them. */
function gridTable(title: string, results: NonNullable<RoundResult['options']>, labels: ReadonlyMap<string, string>): Block {
  const figure = (value: number | undefined) => value?.toFixed(1) ?? '–'
  return {
    type: 'table',
    caption: title,
    head: ['Rank', 'Option', 'Impact less effort', 'Impact', 'Effort', 'People'].map(plain),
    rows: results.map(({ id, rank, tied, mean, meanEffort, people }) => {
      const between = mean === undefined || meanEffort === undefined ? undefined : mean - meanEffort
      const place = tied ? `${rank} (tie)` : `${rank}`
      return [place, labels.get(id) ?? id, figure(between), figure(mean), figure(meanEffort), `${people}`].map(plain)
    }),
  }
}

const kinds: Record<Breakdown['by'], string> = { sector: 'Sector', level: 'Level', organisation: 'Organisation' }

/** A result told apart by who gave it; what is hidden is said to be. */
function breakdownTable({ method, options, rule }: Round, title: string, { by, groups }: Breakdown): Block {
  if (isAgreement(method)) return spreadTable(method, rule, title, { by, groups })
  const labels = options.map(({ label }) => label)
  return {
    type: 'table',
    caption: `${title}, by ${by}`,
    head: [kinds[by], 'Voters', 'People for each'].map(plain),
    rows: groups.map(({ name, voters, counts }) => [name, votersInWords(voters), groupInWords(labels, counts)].map(plain)),
  }
}

function levelTable(round: Round, title: string, levels: NonNullable<RoundResult['levels']>): Block {
  const { method } = round
  return {
    type: 'table',
    caption: title,
    head: ['Answer', 'People'].map(plain),
    rows: levels
      .filter(({ answer, people }) => isTold(method, answer, people))
      .map(({ answer, people }) => [isAgreement(method) ? headingOf(method, answer) : String(answer), `${people}`].map(plain)),
  }
}
