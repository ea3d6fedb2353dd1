import { type Block, type OutlineOptions, type OutlineSection, plain } from '../../../doc/outline'
import { plural } from '../../../doc/words'
import { kindLabels } from '../guidance'
import type { StatementLine } from '../selectors'
import type { Evidence } from './evidence-schema'
import { coverageInWords, decisionInWords, phraseInWords, sourceInWords } from './evidence-words'

/** Where the words of each adopted wording come from, as it was kept when it was adopted. */
export function evidenceAnnex(lines: readonly StatementLine[], { names }: OutlineOptions): readonly OutlineSection[] {
  const blocks = lines.flatMap(({ adopted, kind, title: name }): Block[] => {
    const evidence = adopted?.adopted.evidence
    if (!evidence) return []
    const heading = name === kindLabels[kind] ? name : `${kindLabels[kind]}: ${name}`
    return [{ type: 'heading', level: 2, text: plain(heading) }, ...evidenceBlocks(evidence, names)]
  })
  if (blocks.length === 0) return []
  const count = blocks.filter(({ type }) => type === 'heading').length
  return [{ part: 'origins', title, note: plural(count, 'statement'), blocks }]
}

const title = 'Annex: where the words come from'

function evidenceBlocks(evidence: Evidence, names: boolean): Block[] {
  const rows = evidence.phrases.map((phrase) => [plain(phrase.text), plain(phraseInWords(evidence, phrase, names).join('\n'))])
  const rewritten = evidence.rewritten.flatMap((place) => evidence.sources[place] ?? [])
  return [
    { type: 'paragraph', style: 'meta', text: plain(coverageInWords(evidence)) },
    { type: 'table', head: [plain('Words'), plain('Where they come from')], rows },
    ...listed('Decided about these words and their sources:', evidence.decisions.map(decisionInWords)),
    ...listed(
      'Also behind this wording, in words that were rewritten since:',
      rewritten.map((source) => sourceInWords(source, names)),
    ),
  ]
}

function listed(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return []
  return [
    { type: 'paragraph', text: plain(title) },
    { type: 'list', ordered: false, items: items.map((words) => ({ blocks: [{ type: 'paragraph', text: plain(words) }] })) },
  ]
}
