import type { RecordRef } from '../../doc/ids'
import { participants } from '../../workshop/collections'
import type { OptionSource, Source, ToolDefinition, WorkshopDocs } from '../tool'
import { draftsCatchUpWords } from './catch-up'
import { acceptedWordings, drafts, origins, proposals, replies, signatures, threads } from './collections'
import { checkComment } from './comments/comment-check'
import { contract } from './contract'
import { checkOrigin } from './evidence/origin-check'
import { agreedTexts, draftsFills } from './fills'
import { kindLabels } from './guidance'
import { draftWritersIn } from './minority/minority'
import { draftsOutline } from './outline'
import { excerpt, plainText } from './plain-text'
import { problem } from './problems'
import { checkProposal } from './proposals/proposal-check'
import type { Statement } from './schema'
import { bodyBlocks, draftStateIn, statementLines } from './selectors'

/** Writing statements together, and adopting them. */
export const draftsTool: ToolDefinition = {
  id: 'drafts',
  label: 'Draft',
  board: [],
  record: [drafts, acceptedWordings, signatures],
  comments: [threads, replies, proposals, origins],
  contract,
  problems: problem.table,
  outline: draftsOutline,
  progress(docs) {
    const lines = statementLines(drafts.all(docs.record))
    const done = lines.filter((line) => line.adopted).length
    const open = lines.length - done
    const parts = [done > 0 ? `${done} adopted` : '', open > 0 ? `${open} ${open === 1 ? 'draft' : 'drafts'}` : ''].filter(Boolean)
    return { done, total: lines.length, summary: parts.length > 0 ? parts.join(', ') : 'No statements yet' }
  },
  describe(docs, ref) {
    const draft = ref.collection === drafts.name ? drafts.get(docs.record, ref.id) : undefined
    return draft && inWords(draft)
  },
  catchUp: draftsCatchUpWords,
  draftState: draftStateIn,
  draftWriters: draftWritersIn,
  fills: draftsFills,
  agreed: agreedTexts,
  options: (docs) => wordings(docs),
  source: (docs, ref) => wordingSource(docs, ref),
  check: (actor, touched) => (checks.get(touched.collection) ?? checkComment)(actor, touched),
}

/** Rules of what is in `comments/<draftId>` beside comments. */
const checks: ReadonlyMap<string, typeof checkComment> = new Map([
  [proposals.name, checkProposal],
  [origins.name, checkOrigin],
])

/** Kind and title; how it stands is not in it, so that a file named after it keeps its name. */
function inWords(draft: Statement): string {
  const label = kindLabels[draft.kind]
  if (draft.minorityOf !== undefined) return `Minority statement: ${draft.title}`
  return draft.title === label ? label : `${label}: ${draft.title}`
}

/** A wording that another took words from, or a proposed one that was accepted. */
function wordingSource({ record }: WorkshopDocs, ref: RecordRef): Source | undefined {
  if (ref.collection === acceptedWordings.name) return acceptedSource(record, ref)
  const draft = ref.collection === drafts.name ? drafts.get(record, ref.id) : undefined
  if (!draft) return undefined
  const adopted = 'adopted' in draft && draft.adopted !== undefined
  const kind = adopted ? `Adopted wording, version ${draft.version}` : draft.rivalOf === undefined ? 'Working draft' : 'Wording'
  return { ref: { collection: drafts.name, id: draft.id }, kind, words: draft.title }
}

function acceptedSource(record: WorkshopDocs['record'], ref: RecordRef): Source | undefined {
  const accepted = acceptedWordings.get(record, ref.id)
  if (!accepted) return undefined
  const { words, why, authorId } = accepted
  const by = participants.get(record, authorId)?.name
  return { ref, kind: 'Proposed wording', words, ...(by === undefined ? {} : { by }), ...(why === undefined ? {} : { why }) }
}

/** Statements that have more than one wording, one source each. */
function wordings(docs: WorkshopDocs): readonly OptionSource[] {
  const lines = statementLines(drafts.all(docs.record))
  return lines.flatMap(({ working, rivals, kind, title }): OptionSource[] => {
    if (!working || rivals.length === 0) return []
    const name = title === kindLabels[kind] ? title.toLowerCase() : `“${excerpt(title, 40)}”`
    return [{ label: `Wordings of the ${name}`, options: [working, ...rivals].map((draft) => wording(docs, draft)) }]
  })
}

function wording(docs: WorkshopDocs, draft: Statement): OptionSource['options'][number] {
  const doc = docs.draft(draft.id)
  const text = doc ? excerpt(plainText(bodyBlocks(doc)), 180) : ''
  const ref = { collection: drafts.name, id: draft.id }
  return text === '' ? { label: draft.title, ref } : { label: text, detail: draft.title, ref }
}
