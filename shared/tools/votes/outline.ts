import { type Block, type OutlineOptions, type OutlineSection, plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import type { WorkshopDocs } from '../tool'
import { headingOf } from './agreement'
import { rounds } from './collections'
import { isAgreement, methodLabels } from './methods'
import type { Round, RoundResult } from './schema'

/** Results of closed rounds, oldest first; the decision log itself is another tool's chapter of the same part. */
export function votesOutline(docs: Pick<WorkshopDocs, 'record' | 'describe'>, options: OutlineOptions): readonly OutlineSection[] {
  const closed = rounds
    .all(docs.record)
    .filter(({ state }) => state === 'closed')
    .sort((a, b) => (a.closedAtMs ?? 0) - (b.closedAtMs ?? 0) || (a.id < b.id ? -1 : 1))
  if (closed.length === 0) return []
  return [
    {
      part: 'decisions',
      title: 'Results of votes',
      note: plural(closed.length, 'vote'),
      blocks: closed.flatMap((round) => roundBlocks(round, titleOf(round, docs), options)),
    },
  ]
}

/** A check asks the same of every wording, so it is headed by the wording's name too. */
function titleOf({ question, subject }: Round, { describe }: Pick<WorkshopDocs, 'describe'>): string {
  const wording = subject && describe({ collection: 'drafts', id: subject.draftId })
  return wording ? `${wording}. ${question}` : question
}

function roundBlocks(round: Round, title: string, options: OutlineOptions): Block[] {
  const { result, turnout } = round
  const blocks: Block[] = [
    { type: 'heading', level: 3, text: plain(title) },
    {
      type: 'paragraph',
      style: 'meta',
      text: plain(`${termsOf(round)}${result?.verdict ? '' : ` ${result?.voters ?? 0} of ${turnout.eligible} voted.`}`),
    },
  ]
  if (!result) return blocks
  if (result.withheld)
    blocks.push({ type: 'paragraph', text: plain('Fewer than 3 people voted, so the totals of this secret vote stay unsaid.') })
  if (result.options) blocks.push(optionTable(round, title, result.options))
  if (result.levels) blocks.push(levelTable(round, title, result.levels))
  if (result.verdict) blocks.push({ type: 'paragraph', text: plain(verdictWords(result.verdict)) })
  const reservations = options.reservations ? reasonsOf(result) : []
  if (reservations.length > 0) {
    const items = reservations.map((reason) => ({ blocks: [{ type: 'paragraph', text: plain(reason) }] as const }))
    blocks.push({ type: 'paragraph', text: plain('In the words of those who answered:') }, { type: 'list', ordered: false, items })
  }
  if (round.recorded) blocks.push({ type: 'paragraph', text: [{ text: 'Decided: ', marks: ['bold'] }, { text: round.recorded.words }] })
  return blocks
}

function reasonsOf({ answers, reasons }: RoundResult): readonly string[] {
  return answers?.flatMap(({ reason }) => (reason ? [reason] : [])) ?? reasons?.map(({ reason }) => reason) ?? []
}

function termsOf({ method, secret, dots, maxPerOption }: Round): string {
  const ballot = secret ? 'secret ballot' : 'open ballot'
  const budget =
    method === 'dots' ? `, ${plural(dots, 'dot')} each${maxPerOption < dots ? `, at most ${maxPerOption} on one option` : ''}` : ''
  return `${methodLabels[method]}${budget}, ${ballot}.`
}

function optionTable(round: Round, title: string, results: NonNullable<RoundResult['options']>): Block {
  const breadth = results.every(({ organisations }) => organisations !== undefined)
  const labels = new Map<string, string>(round.options.map(({ id, label }) => [id, label]))
  return {
    type: 'table',
    caption: title,
    head: ['Rank', 'Option', round.method === 'dots' ? 'Dots' : 'Count', 'People', ...(breadth ? ['Organisations'] : [])].map(plain),
    rows: results.map(({ id, dots, people, organisations, rank, tied }) =>
      [tied ? `${rank} (tie)` : `${rank}`, labels.get(id) ?? id, `${dots}`, `${people}`, ...(breadth ? [`${organisations}`] : [])].map(
        plain,
      ),
    ),
  }
}

function levelTable(round: Round, title: string, levels: NonNullable<RoundResult['levels']>): Block {
  const { method } = round
  return {
    type: 'table',
    caption: title,
    head: ['Answer', 'People'].map(plain),
    rows: levels.map(({ answer, people }) => [isAgreement(method) ? headingOf(method, answer) : String(answer), `${people}`].map(plain)),
  }
}

function verdictWords({ passed, quorumMet, words }: NonNullable<RoundResult['verdict']>): string {
  return `${passed ? 'Passed' : quorumMet ? 'Not passed' : 'No quorum'}. ${words}`
}
