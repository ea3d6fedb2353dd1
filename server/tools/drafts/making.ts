import type * as Y from 'yjs'
import type { Actor } from '../../../shared/access/actor'
import { textHash } from '../../../shared/doc/canonical-text'
import type { ComposedFrom, ComposedPart } from '../../../shared/doc/composed'
import { type Block, plain } from '../../../shared/doc/outline'
import { fillFragment } from '../../../shared/doc/rich-nodes'
import { draftRoom, recordRoom } from '../../../shared/sync/room-name'
import { bodyRoot, drafts } from '../../../shared/tools/drafts/collections'
import type { NewDraft } from '../../../shared/tools/drafts/contract'
import { problem } from '../../../shared/tools/drafts/problems'
import type { DraftId } from '../../../shared/tools/drafts/schema'
import { agenda } from '../../../shared/workshop/collections'
import type { DocWrite, ServerContext } from '../server-tool'
import { begun, rivalWish, shown } from './beginning'
import { readFile } from './files/import-file'
import type { DraftsPorts } from './ports'
import { presentText, wordingsIn } from './present-text'
import { begunFromNotes, begunFromParts, type Composed, mergedFrom } from './rivals/composing'
import type { DraftsService } from './service'
import { demand, refuseNonWriter, refuseUnlessOpen, refuseWhileLocked, statementOf } from './statements'

/** A working agreement that begins with a text put together from what the workshop holds. */
export interface ComposedDraft extends Pick<NewDraft, 'title' | 'rivalOf' | 'stepId'> {
  readonly parts: readonly ComposedPart[]
  readonly composedFrom: ComposedFrom
}

/** Beginning wordings: empty ones, and those made of notes, picked phrases or a file. */
export function createMaking(
  context: ServerContext,
  ports: Pick<DraftsPorts, 'sourcesIn'>,
): Pick<DraftsService, 'createDraft' | 'composeDraft' | 'importDraft'> {
  /** What a new wording begins with: notes, picked phrases, plain words, or nothing. */
  async function composed(workshopId: string, rootId: DraftId | undefined, { phrases, notes, words }: NewDraft): Promise<Composed> {
    if (notes) return begunFromNotes((await ports.sourcesIn(workshopId)).groups(), notes)
    if (phrases && rootId) return mergedFrom(context, workshopId, rootId, phrases)
    return untraced(words === undefined ? [] : [{ type: 'paragraph', text: plain(words) }])
  }

  /** A statement with a text of its own, or another wording of one. */
  async function begin(
    actor: Actor,
    { kind, title, rivalOf, stepId }: Pick<NewDraft, 'kind' | 'title' | 'rivalOf' | 'stepId'>,
    compose: (rootId: DraftId | undefined) => Promise<Composed>,
    from: { readonly composedFrom?: ComposedFrom } = {},
  ): Promise<{ draftId: DraftId }> {
    demand(actor, rivalOf === undefined ? 'drafts/create' : 'drafts/create-rival')
    return context.governed(actor.workshopId, async () => {
      if (rivalOf !== undefined) {
        await refuseWhileLocked(context, actor.workshopId)
        const rival = await rivalWish(context, actor, rivalOf, title, kind)
        return shown(await begun(context, actor, { ...rival, ...from }, await compose(rival.rivalOf)))
      }
      const reserved = await idForStep(actor.workshopId, stepId)
      const own = reserved && (await wordingsIn(context, actor.workshopId)).find(({ id }) => id === reserved)
      if (own && own.state !== 'retired') return { result: { draftId: own.id } }
      const wish = { kind, title, version: 1, ...(reserved && !own ? { id: reserved } : {}), ...from }
      return shown(await begun(context, actor, wish, await compose(undefined)))
    })
  }

  /** The id that a step reserves for its own wording; none when it has one already. */
  async function idForStep(workshopId: string, stepId: string | undefined): Promise<DraftId | undefined> {
    if (stepId === undefined) return undefined
    return context.readDoc(recordRoom(workshopId), (doc) => {
      const subject = agenda.get(doc, stepId)?.subject
      // A step's subject of this collection has the ids of this collection.
      return subject?.collection === drafts.name ? (subject.id as DraftId) : undefined
    })
  }

  return {
    async createDraft(actor, wish) {
      return begin(actor, wish, (rootId) => composed(actor.workshopId, rootId, wish))
    },

    async composeDraft(actor, { parts, composedFrom, ...wish }) {
      return begin(actor, { kind: 'agreement', ...wish }, async () => begunFromParts(parts), { composedFrom })
    },

    async importDraft(actor, { target, file }) {
      demand(actor, 'kind' in target ? 'drafts/create' : 'drafts/create-rival')
      const blocks = await readFile(file)
      return context.governed(actor.workshopId, async () => {
        if ('kind' in target) return shown(await begun(context, actor, { ...target, version: 1 }, untraced(blocks)))
        if ('rivalOf' in target) {
          const id = target.key === undefined ? undefined : keyedId(actor, target.key)
          // An answer that was lost on its way is given again, whatever has happened to the draft since.
          if (id && (await wordingsIn(context, actor.workshopId)).some((each) => each.id === id)) return { result: { draftId: id } }
          // Late words were written before their author could know of a lock.
          if (!id) await refuseWhileLocked(context, actor.workshopId)
          const wish = await rivalWish(context, actor, target.rivalOf, target.title)
          return shown(await begun(context, actor, { ...wish, ...(id ? { id } : {}) }, untraced(blocks)))
        }
        const statement = await statementOf(context, actor.workshopId, target.draftId)
        refuseNonWriter(statement, actor)
        refuseUnlessOpen(statement)
        if ((await presentText(context, actor.workshopId, statement)).text !== '')
          throw problem('draft/not-empty', { draftId: statement.id })
        return { result: { draftId: statement.id }, writes: [refilled(actor.workshopId, statement.id, blocks)] }
      })
    },
  }
}

function untraced(blocks: readonly Block[]): Composed {
  return { blocks, traces: [] }
}

/** The id that a person's key stands for: theirs alone, and nobody can choose one. */
function keyedId(actor: Actor, key: string): DraftId {
  return `draft_${textHash([actor.workshopId, actor.id, key].join('\n')).slice(0, 32)}`
}

function refilled(workshopId: string, draftId: DraftId, blocks: readonly Block[]): DocWrite {
  return {
    room: draftRoom(workshopId, draftId),
    write(doc: Y.Doc) {
      const body = doc.getXmlFragment(bodyRoot)
      body.delete(0, body.length)
      fillFragment(body, blocks)
    },
  }
}
