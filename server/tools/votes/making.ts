import { newId } from '../../../shared/doc/ids'
import { defaultRule } from '../../../shared/tools/votes/agreement'
import { budgetOf, setupProblem } from '../../../shared/tools/votes/allocation'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { problem } from '../../../shared/tools/votes/problems'
import type { NewRound } from '../../../shared/tools/votes/requests'
import type { RoundOption } from '../../../shared/tools/votes/schema'
import type { StoredRound, Terms } from './ledger'

/** Options as they are asked for, before they have ids. */
type Wished = readonly Omit<RoundOption, 'id'>[]

/** A run-off is among so many at most: more are a new vote. Source: MISSION E8. */
const mostInRunoff = 4

/**
 * Fixes everything a round is made of.
 *
 * @param earlier the closed round that this one follows
 * @throws WorkshopError `vote/too-few-options`, `vote/duplicate-option`, `vote/bad-setup`, `vote/not-the-same`, `vote/not-tied`
 */
export function termsOf(wish: NewRound, earlier: StoredRound | undefined): Terms {
  const { question, method, subject, stepId, facilitatorsVote, meaning, binding, after, awaits = [] } = wish
  if (wish.rule?.oneVotePer === 'organisation' && method !== 'majority') {
    throw problem('vote/bad-setup', { why: 'One vote for each organisation is for majority votes. Choose that, or one for each person.' })
  }
  if (wish.rule?.required?.length && !isAgreement(method)) {
    throw problem('vote/bad-setup', { why: 'Who must agree is said of checks on a wording only.' })
  }
  const shared = {
    question,
    method,
    rule: { ...defaultRule(method), ...wish.rule },
    facilitatorsVote,
    ...(subject ? { subject } : {}),
    ...(stepId ? { stepId } : {}),
    ...(meaning ? { meaning } : {}),
    ...(binding ? { binding } : {}),
    ...(after ? { after } : {}),
    ...(awaits.length > 0 ? { awaits: [...new Set(awaits)] } : {}),
  }
  if (isAgreement(method)) {
    if (earlier && !isSameCheck(wish, earlier)) throw problem('vote/not-the-same')
    return { ...shared, secret: method !== 'resonance' && wish.secret, dots: 1, maxPerOption: 1, options: [] }
  }
  const options = (earlier ? followingOptions(wish, earlier) : (wish.options ?? [])).map((option): RoundOption => {
    const { label, detail, ref } = option
    return { id: newId('opt'), label, ...(detail ? { detail } : {}), ...(ref ? { ref } : {}) }
  })
  if (options.length < 2) throw problem('vote/too-few-options')
  const labels = options.map(({ label }) => sameLabel(label))
  const twice = options.find(({ label }, index) => labels.indexOf(sameLabel(label)) !== index)
  if (twice) throw problem('vote/duplicate-option', { label: twice.label })
  const budget = budgetOf(method, options.length, wish)
  const refusal = setupProblem(method, budget.dots, budget.maxPerOption)
  if (refusal) throw refusal
  return { ...shared, secret: wish.secret, ...budget, options }
}

/** The earlier round's options, or the tied ones among them, with label, detail and ref as they stood. */
function followingOptions({ after, options }: NewRound, earlier: StoredRound): Wished {
  if (after?.as === 'again') {
    if (isAgreement(earlier.method) || (options && !areSame(options, earlier.options))) throw problem('vote/not-the-same')
    return earlier.options
  }
  const tie = tiesOf(earlier).find((tied) => (options ? areSame(options, tied.options) : tied.rank === 1))
  if (!tie || tie.options.length > mostInRunoff) throw problem('vote/not-tied')
  return tie.options
}

/** Options that share a place of a closed round, late answers counted, and that somebody backed. Wherever a list is cut, the tie at the cut is among them. */
function tiesOf({ options, result, final }: StoredRound): readonly { readonly rank: number; readonly options: readonly RoundOption[] }[] {
  const tied = ((final?.together ?? result)?.options ?? []).filter(({ tied, people }) => tied && people > 0)
  return [...new Set(tied.map(({ rank }) => rank))].map((rank) => {
    const ids = tied.filter((option) => option.rank === rank).map(({ id }) => id)
    return { rank, options: options.filter(({ id }) => ids.includes(id)) }
  })
}

function isSameCheck({ after, method, subject }: NewRound, earlier: StoredRound): boolean {
  return after?.as === 'again' && earlier.method === method && earlier.subject?.draftId === subject?.draftId
}

function areSame(wished: Wished, options: readonly RoundOption[]): boolean {
  const labels = new Set(options.map(({ label }) => sameLabel(label)))
  return wished.length === options.length && wished.every(({ label }) => labels.has(sameLabel(label)))
}

function sameLabel(label: string): string {
  return label.normalize('NFC').toLowerCase()
}
