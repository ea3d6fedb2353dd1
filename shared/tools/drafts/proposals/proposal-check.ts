import type { Actor } from '../../../access/actor'
import { limits } from '../../../sync/limits'
import type { TouchedRecord } from '../../tool'
import { can } from '../permissions'
import type { Proposal } from './proposal-schema'
import { linesWritten } from './worded-lines'

/** What keeps words from being a proposal: a sentence for the person, or undefined when they can be one. */
export function proposalProblem({ anchor, before, words }: Pick<Proposal, 'anchor' | 'before' | 'words'>): string | undefined {
  const most = anchor ? limits.noteLength : limits.draftText
  if (words.length > most) return `${words.length} of ${most} characters. Shorten it to propose it.`
  const [own, there] = [linesWritten(words), linesWritten(before)]
  if (own.length === 0) return 'Write the words that should stand there. To leave words out, select more and write what stays.'
  if (own.join('\n') === there.join('\n')) return 'These are the words that stand there already.'
  if (anchor && own.length !== there.length) {
    return `Write ${there.length === 1 ? 'one line' : `${there.length} lines`}, as there are now. To change lines, propose another wording for the whole statement.`
  }
  return undefined
}

/**
 * Refuses what the rules of proposed wordings forbid, after a client's update was applied to the server's copy and read
 * by its schema: a sentence for the person, or undefined when it is fine. Deciding is the server's alone.
 */
export function checkProposal(actor: Actor, { change, fields, before, after }: TouchedRecord): string | undefined {
  if (change === 'removed') return 'A proposed wording is withdrawn, never erased.'
  const has = (...names: readonly string[]) => fields.some((field) => names.includes(field))
  if (has('decided')) return 'A proposed wording is decided with “Accept” or “Keep as is”, and nowhere else.'
  if (change === 'added') {
    const added = after as Proposal // whole, as its schema was asked before
    return added.authorId === actor.id ? proposalProblem(added) : 'A proposed wording carries the name of the person who proposes it.'
  }
  if (fields.some((field) => field !== 'anchor' && field !== 'withdrawnAtMs')) return 'What was proposed, and by whom, stays as it was.'
  // A record that was broken before need not be whole now, so nothing is taken as given.
  const { authorId, decided, anchor: place } = before as Partial<Proposal>
  const isMoved = (place === undefined) !== ((after as Partial<Proposal>).anchor === undefined)
  if (isMoved) return 'What was proposed, and by whom, stays as it was.'
  if (decided) return 'This wording was decided on already.'
  if (has('withdrawnAtMs') && authorId !== actor.id) return 'Only who proposed a wording withdraws it.'
  return has('anchor') && authorId !== actor.id && !can(actor, 'comments/re-anchor')
    ? 'A proposed wording stays on its words. Only those who write the text can take it along.'
    : undefined
}
