import { blocksText } from '../../doc/canonical-text'
import { type Block, type DocumentPart, type OutlineOptions, type OutlineSection, plain } from '../../doc/outline'
import { workshops } from '../../workshop/collections'
import type { WorkshopDocs } from '../tool'
import { adoptionBlocks, lineageBlocks, revisionBlocks } from './adopting/adoption-outline'
import { lineageOf } from './adopting/lineage'
import { drafts, signatures } from './collections'
import { commentsAnnex } from './comments/comments-outline'
import { evidenceAnnex } from './evidence/evidence-outline'
import { kindLabels } from './guidance'
import { type MinorityStatement, minorityStatementOf } from './minority/minority'
import { earlierMinorityBlocks, minorityBlocks } from './minority/minority-outline'
import type { Statement, StatementKind } from './schema'
import { bodyBlocks, keptBlocks, type StatementLine, statementLines } from './selectors'
import { isToSign } from './signing/signatories'
import { signingBlocks } from './signing/signing-outline'

interface Chapter {
  readonly part: DocumentPart
  readonly title: string
  readonly kinds: readonly StatementKind[]
}

/** In the order in which they are printed; what there is several of shares a chapter. */
const chapters: readonly Chapter[] = [
  { part: 'vision', title: 'Name', kinds: ['name'] },
  { part: 'vision', title: 'Vision', kinds: ['vision'] },
  { part: 'mission', title: 'Mission', kinds: ['mission'] },
  { part: 'mission', title: 'Guiding principles', kinds: ['value'] },
  { part: 'goals', title: 'Goals', kinds: ['goal', 'objective'] },
  { part: 'goals', title: 'Also agreed', kinds: ['other'] },
  { part: 'agreement', title: 'Working agreement', kinds: ['agreement'] },
]

/** The wordings: the text in force where there is one, else the working draft, said to be one. */
export function draftsOutline(docs: WorkshopDocs, options: OutlineOptions): readonly OutlineSection[] {
  const all = drafts.all(docs.record)
  const lines = statementLines(all)
  const statements = chapters.flatMap(({ part, title, kinds }): OutlineSection[] => {
    const own = lines.filter((line) => kinds.includes(line.kind) && (!options.adoptedOnly || line.adopted))
    const printed = own.map((line) => ({ line, blocks: lineBlocks(docs, all, line, options) })).filter(({ blocks }) => blocks.length > 0)
    if (printed.length === 0) return []
    const isDraft = printed.every(({ line }) => !line.adopted)
    const blocks = printed.flatMap(({ line, blocks: words }) =>
      printed.length > 1 || differs(line, title) ? [heading(line, title), ...words] : words,
    )
    return [{ part, title, blocks, ...(isDraft ? { draft: true } : {}), note: noteOf(printed.map(({ line }) => line)) }]
  })
  return [...statements, ...commentsAnnex(docs, all, lines, options), ...evidenceAnnex(lines, options)]
}

function differs(line: StatementLine, title: string): boolean {
  return line.title !== title && line.title !== kindLabels[line.kind]
}

/** A statement’s name, above the headings of its text, which begin at the second level. */
function heading(line: StatementLine, title: string): Block {
  return { type: 'heading', level: 1, text: plain(differs(line, title) ? line.title : kindLabels[line.kind]) }
}

function noteOf(lines: readonly StatementLine[]): string {
  const adopted = lines.filter((line) => line.adopted).length
  if (lines.length === 1) return adopted === 1 ? 'adopted' : 'draft'
  return adopted === lines.length ? String(lines.length) : `${adopted} of ${lines.length} adopted`
}

function lineBlocks(docs: WorkshopDocs, all: readonly Statement[], line: StatementLine, options: OutlineOptions): readonly Block[] {
  if (line.adopted) {
    const lineage = lineageOf(all, line.adopted)
    return [
      ...voiced(keptBlocks(line.adopted.adopted)),
      ...openedAs(docs, line),
      ...signingOf(docs, line.adopted, options),
      ...adoptionBlocks(line.adopted, options),
      ...minorityBlocks(writtenMinority(docs, minorityStatementOf(all, line.adopted.id)), options),
      ...lineageBlocks(lineage, options),
      ...lineage.slice(0, -1).flatMap(({ id, version }) => {
        const minority = minorityStatementOf(all, id)
        const doc = minority && docs.draft(minority.id)
        return earlierMinorityBlocks(minority, options, { version, soFar: doc && bodyBlocks(doc) })
      }),
      ...revisionBlocks(line.working, options),
    ]
  }
  const doc = line.working && docs.draft(line.working.id)
  const blocks = doc ? bodyBlocks(doc).filter(hasWords) : []
  if (!line.working || blocks.length === 0) return []
  return [...voiced(blocks), ...signingOf(docs, line.working, options), meta('Draft, not adopted.')]
}

/** A minority statement once there is anything in it: that somebody has pressed its button is not printed for all. */
function writtenMinority(docs: WorkshopDocs, minority: MinorityStatement | undefined): MinorityStatement | undefined {
  const doc = minority && !minority.minority.frozen ? docs.draft(minority.id) : undefined
  return doc && !bodyBlocks(doc).some(hasWords) ? undefined : minority
}

function signingOf(docs: WorkshopDocs, statement: Statement, options: OutlineOptions): readonly Block[] {
  // Partners are read only where somebody signs.
  return isToSign(statement) ? signingBlocks(statement, signatures.all(docs.record), docs.parties(), options) : []
}

/** Where the group has taken this name: the title under which its workshop was opened, so that people find it. */
function openedAs({ record }: WorkshopDocs, { kind }: StatementLine): readonly Block[] {
  const before = kind === 'name' ? workshops.all(record)[0]?.openedAs : undefined
  return before === undefined ? [] : [meta(`The workshop was opened as “${before}”.`)]
}

/** A short statement is set in the group's voice; the headings of a long one step below the chapter's. */
function voiced(blocks: readonly Block[]): readonly Block[] {
  const isShort = blocks.every((block) => block.type === 'paragraph')
  return blocks.filter(hasWords).map((block): Block => {
    if (block.type === 'paragraph' && isShort) return { ...block, style: 'statement' }
    if (block.type === 'heading') return { ...block, level: block.level === 1 ? 2 : block.level === 2 ? 3 : 4 }
    return block
  })
}

function hasWords(block: Block): boolean {
  return blocksText([block]) !== ''
}

function meta(text: string): Block {
  return { type: 'paragraph', text: plain(text), style: 'meta' }
}
