import type { Actor } from '../../../shared/access/actor'
import type { RecordRef } from '../../../shared/doc/ids'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import { clusters, ideaModes, prompts } from '../../../shared/tools/ideas/collections'
import { can } from '../../../shared/tools/ideas/permissions'
import { problem } from '../../../shared/tools/ideas/problems'
import type { IdeaMode, PromptId } from '../../../shared/tools/ideas/schema'
import { PromptId as promptIdSchema } from '../../../shared/tools/ideas/schema'
import { effectiveMode } from '../../../shared/tools/ideas/selectors'
import { agenda } from '../../../shared/workshop/collections'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import { subjectOf } from '../../../shared/workshop/subject'
import type { DocWrite, ServerContext } from '../server-tool'
import { createPrivateCounts, privateRooms } from './private-counts'
import type { RevealedNote } from './publishing'
import { publish, takePrivateNotes } from './publishing'

export type IdeasService = ReturnType<typeof createIdeas>

/** The governed acts on notes: how they are written, and the reveal. */
export function createIdeas(context: ServerContext) {
  const counts = createPrivateCounts(context)

  /** @throws WorkshopError `request/not-found` unless a facilitator asks about a prompt of this workshop */
  async function admit(actor: Actor, action: Parameters<typeof can>[1], prompt: string): Promise<PromptId> {
    const promptId = promptIdSchema.safeParse(prompt)
    if (!promptId.success || !can(actor, action)) throw kernelProblem('request/not-found')
    const isAsked = await context.readDoc(recordRoom(actor.workshopId), (record) =>
      agenda
        .all(record)
        .some((step) => subjectOf(step).id === promptId.data || `prompt_${step.id.slice('step_'.length)}` === promptId.data),
    )
    const isKnown =
      isAsked || (await context.readDoc(boardRoom(actor.workshopId), (board) => prompts.get(board, promptId.data) !== undefined))
    if (!isKnown) throw kernelProblem('request/not-found')
    return promptId.data
  }

  function modeOf(workshopId: string, promptId: PromptId): Promise<IdeaMode> {
    return context.readDoc(recordRoom(workshopId), (record) => effectiveMode(ideaModes.get(record, promptId), agenda.all(record), promptId))
  }

  return {
    /**
     * Sets how the notes of a prompt are written.
     *
     * @throws WorkshopError when private notes wait for the reveal and would lose their promise
     */
    async setMode(actor: Actor, prompt: string, wanted: Pick<IdeaMode, 'writing' | 'anonymous'>): Promise<IdeaMode> {
      const promptId = await admit(actor, 'ideas/set-mode', prompt)
      if (wanted.anonymous && wanted.writing === 'open') throw problem('ideas/anonymous-needs-private')
      const waiting = (await counts.countNow(actor.workshopId)).get(promptId) ?? 0
      return context.governed(actor.workshopId, async () => {
        const before = await modeOf(actor.workshopId, promptId)
        if (waiting > 0 && wanted.writing === 'open') throw problem('ideas/private-notes-waiting', { count: waiting })
        if (waiting > 0 && before.anonymous && !wanted.anonymous) throw problem('ideas/anonymity-promised', { count: waiting })
        const mode: IdeaMode = { id: promptId, ...wanted, privateCount: waiting }
        return { result: mode, writes: [writeMode(actor.workshopId, mode)] }
      })
    },

    /** Puts all private notes of a prompt on the board, in one transaction, and opens writing with names. */
    async reveal(actor: Actor, prompt: string): Promise<{ readonly revealed: number }> {
      const promptId = await admit(actor, 'ideas/reveal', prompt)
      const { workshopId } = actor
      return context.governed(workshopId, async (tx) => {
        const { anonymous } = await modeOf(workshopId, promptId)
        const rooms = await privateRooms(tx, workshopId)
        const revealed: RevealedNote[] = []
        // Writes happen in order: the private documents give up their notes before the board takes them.
        const writes: DocWrite[] = rooms.map(({ room, participantId }) => ({
          room,
          write: (doc) => {
            revealed.push(...takePrivateNotes(doc, promptId, participantId, anonymous))
          },
        }))
        const result = { revealed: 0 }
        writes.push({
          room: boardRoom(workshopId),
          write: (board) => {
            publish(board, promptId, revealed, context.now())
            result.revealed = revealed.length
          },
        })
        writes.push(writeMode(workshopId, { ...openMode(promptId), privateCount: 0 }))
        return { result, writes, ledger: [{ kind: 'notes/revealed', payload: { promptId, by: actor.id } }] }
      })
    },

    /** Whether one of these points to a cluster that nobody has named yet. */
    hasUnnamedCluster(workshopId: string, refs: readonly RecordRef[]): Promise<boolean> {
      const own = refs.filter(({ collection }) => collection === clusters.name)
      return context.readDoc(boardRoom(workshopId), (board) => own.some(({ id }) => clusters.get(board, id)?.name.trim() === ''))
    },

    committed: counts.committed,
  }
}

function openMode(promptId: PromptId): IdeaMode {
  return { id: promptId, writing: 'open', anonymous: false, privateCount: 0 }
}

function writeMode(workshopId: string, mode: IdeaMode): DocWrite {
  return {
    room: recordRoom(workshopId),
    write: (record) => {
      if (!ideaModes.patch(record, mode.id, mode)) ideaModes.put(record, mode)
    },
  }
}
