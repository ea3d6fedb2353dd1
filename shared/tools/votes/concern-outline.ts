import { type Block, type OutlineOptions, type OutlineSection, plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import { participants } from '../../workshop/collections'
import type { WorkshopDocs } from '../tool'
import { concerns } from './concern-collection'
import type { Concern } from './concern-schema'
import { hasLeft, lastChange, standing } from './concern-selectors'
import { countsInWords, levelInWords, standingInWords } from './concern-words'

/** Every concern about a wording as it stands, open ones first; those that nobody answered are printed as open. */
export function concernsOutline(docs: Pick<WorkshopDocs, 'record' | 'describe'>, options: OutlineOptions): readonly OutlineSection[] {
  const all = options.reservations ? [...concerns.all(docs.record)].sort(standing) : []
  if (all.length === 0) return []
  const names = new Map<string, string>(options.names ? participants.all(docs.record).map(({ id, name }) => [id, name]) : [])
  const wordings = [...new Set([...all].sort((a, b) => a.atMs - b.atMs).map(({ draftId }) => draftId))]
  const blocks = wordings.flatMap((draftId): Block[] => {
    const own = all.filter((concern) => concern.draftId === draftId)
    const items = own.map((concern) => ({ blocks: [{ type: 'paragraph', text: plain(concernInWords(concern, names, options)) }] as const }))
    const title = docs.describe({ collection: 'drafts', id: draftId }) ?? 'A wording that is gone'
    return [
      { type: 'heading', level: 3, text: plain(title) },
      { type: 'paragraph', style: 'meta', text: plain(countsInWords(own)) },
      { type: 'list', ordered: false, items },
    ]
  })
  return [{ part: 'decisions', title: 'Concerns', note: `${plural(all.length, 'concern')}: ${countsInWords(all)}`, blocks }]
}

function concernInWords(concern: Concern, names: ReadonlyMap<string, string>, options: OutlineOptions): string {
  const { authorId, words, state } = concern
  const who =
    authorId === undefined ? 'Somebody in a secret check' : options.names ? (names.get(authorId) ?? 'Somebody who has left') : 'Somebody'
  const said = words ? `: ${quoted(words)}` : ', without a reason.'
  const now = state.is === 'closed' && state.words ? ` Said at the end: ${quoted(state.words)}` : ''
  const left = hasLeft(concern) ? ' Its author has left.' : ''
  return `${who}, ${levelInWords(concern)}${said} ${standingInWords(concern)}${linkedInWords(concern, options)}${now}${left}`
}

/** The change that was linked last, and what its author said to it. */
function linkedInWords(concern: Concern, { names }: OutlineOptions): string {
  const change = lastChange(concern)
  if (!change) return ''
  const by = names ? ` by ${change.byName}` : ''
  const refusal = 'refused' in change ? change.refused?.words : undefined
  return ` Change linked${by}${change.words ? `: ${quoted(change.words)}` : '.'}${refusal ? ` Said to it: ${quoted(refusal)}` : ''}`
}

/** Somebody's words as the end of a sentence. */
function quoted(words: string): string {
  return /[.!?…]$/.test(words) ? `“${words}”` : `“${words}”.`
}
