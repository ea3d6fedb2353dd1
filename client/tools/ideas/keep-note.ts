import { ideaModes, ideas } from '../../../shared/tools/ideas/collections'
import { addIdeas } from '../../../shared/tools/ideas/commands'
import { can } from '../../../shared/tools/ideas/permissions'
import { type IdeaKind, PromptId } from '../../../shared/tools/ideas/schema'
import { effectiveMode } from '../../../shared/tools/ideas/selectors'
import { agenda, locks } from '../../../shared/workshop/collections'
import { lockOf } from '../../../shared/workshop/selectors'
import type { KeepNote } from '../client-tool'

const kinds: Readonly<Record<'question' | 'point', IdeaKind>> = { question: 'question', point: 'idea' }

/** Writes a note for another tool, under one's own name, where everybody sees it. */
export const keepNote: KeepNote = ({ board, record, actor, serverNow }, { listId, as, text }) => {
  const promptId = PromptId.parse(listId)
  if (!can(actor, 'ideas/write')) return { refusal: 'You can read these notes, but not write any.' }
  if (lockOf(locks.all(record), 'ideas')) return { refusal: 'Notes are locked just now. Try again when they are open.' }
  const mode = effectiveMode(ideaModes.get(record, promptId), agenda.all(record), promptId)
  if (mode.writing === 'private') return { refusal: 'Notes of this step are written in private just now. Try again after the reveal.' }
  const [id] = addIdeas(board, actor, { promptId, notes: [{ text, kind: kinds[as] }], nowMs: serverNow(), anonymous: mode.anonymous })
  return id ? { ref: { collection: ideas.name, id } } : { refusal: 'This workshop holds as many notes as it can.' }
}
