import { dayInWords } from '../../doc/day'
import { type Block, plain } from '../../doc/outline'
import { joined } from '../../doc/words'
import type { AgreedText, Fill, WorkshopDocs } from '../tool'
import { reviewDay } from './adopting/review'
import { drafts } from './collections'
import { kindLabels } from './guidance'
import { plainText } from './plain-text'
import type { AdoptedStatement, StatementKind } from './schema'
import { keptBlocks, statementLines } from './selectors'

const filled: readonly { readonly from: string; readonly kinds: readonly StatementKind[]; readonly title: string }[] = [
  { from: 'statement.vision', kinds: ['vision'], title: 'Vision' },
  { from: 'statement.mission', kinds: ['mission'], title: 'Mission' },
  { from: 'statement.goals', kinds: ['goal', 'objective'], title: 'Goals' },
]

/** The adopted vision, mission and goals, word for word, each with the day on which it was adopted. */
export function draftsFills({ record }: WorkshopDocs): readonly Fill[] {
  const adopted = statementLines(drafts.all(record)).flatMap((line) => line.adopted ?? [])
  return filled.flatMap(({ from, kinds, title }): readonly Fill[] => {
    const own = adopted.filter(({ kind }) => kinds.includes(kind))
    if (own.length === 0) return []
    return [
      {
        from,
        words: joined(own.map(({ adopted: { text } }) => text)),
        blocks: [{ type: 'heading', level: 2, text: plain(title) }, ...own.flatMap(inForce)],
        refs: own.map(({ id }) => ({ collection: drafts.name, id })),
        open: own.filter((each) => reviewDay(each) === undefined).map(({ title: name }) => `No day is set for a review of “${name}”.`),
      },
    ]
  })
}

/** Agreements in force that were put together from what the workshop held. */
export function agreedTexts({ record }: Pick<WorkshopDocs, 'record'>): readonly AgreedText[] {
  return statementLines(drafts.all(record)).flatMap(({ adopted: statement }) => {
    const { title, composedFrom, adopted } = statement ?? {}
    if (title === undefined || !composedFrom || !adopted) return []
    return [{ title, atMs: adopted.atMs, text: adopted.text, from: composedFrom.fills.map(({ from }) => from) }]
  })
}

function inForce(statement: AdoptedStatement): readonly Block[] {
  const { adopted, version } = statement
  const name = statement.title === kindLabels[statement.kind] ? '' : `${statement.title}. `
  const which = version > 1 ? `Version ${version}, adopted` : 'Adopted'
  const review = reviewDay(statement)
  const next = review === undefined ? '' : `; to be reviewed by ${dayInWords(Date.parse(review))}`
  return [
    ...keptBlocks(adopted).map(withoutHeading),
    { type: 'paragraph', text: [{ text: `${name}${which} on ${dayInWords(adopted.atMs)}${next}.`, marks: ['italic'] }] },
  ]
}

/** Its headings would stand among those of the text that it comes into. */
function withoutHeading(block: Block): Block {
  return block.type === 'heading' ? { type: 'paragraph', text: [{ text: plainText([block]), marks: ['bold'] }] } : block
}
