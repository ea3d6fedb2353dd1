import type { Actor } from '../../../shared/access/actor'
import type { BodyOf, ResultOf } from '../../../shared/http/endpoint'
import { recordRoom } from '../../../shared/sync/room-name'
import { drafts } from '../../../shared/tools/drafts/collections'
import type { AdoptDraft, contract, DraftView, ImportDraft, NewDraft } from '../../../shared/tools/drafts/contract'
import { problem } from '../../../shared/tools/drafts/problems'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { isLive } from '../../../shared/tools/drafts/selectors'
import type { ServerContext } from '../server-tool'
import { type AdoptedAlso, createAdopting } from './adopting/adopting'
import { plainAgreement } from './adopting/adoption'
import { begun, refuseOneMore } from './beginning'
import { type ComposedDraft, createMaking } from './making'
import type { DraftsPorts } from './ports'
import { nameOf, presentText, wordingsIn } from './present-text'
import { revisionOf } from './rivals/composing'
import { demand, refuseMinority, statementOf } from './statements'
import type { VersionsService } from './versions/versions'

/** Statements and their wordings: every rule of beginning, changing and adopting them, and no HTTP. */
export interface DraftsService {
  createDraft(actor: Actor, wish: NewDraft): Promise<ResultOf<typeof contract.createDraft>>
  /** Begins a working agreement, or another wording of one, from a text that was put together. */
  composeDraft(actor: Actor, wish: ComposedDraft): Promise<ResultOf<typeof contract.createDraft>>
  importDraft(actor: Actor, wish: ImportDraft): Promise<ResultOf<typeof contract.importDraft>>
  readDraft(actor: Actor, draftId: string): Promise<DraftView>
  changeDraft(actor: Actor, draftId: string, change: BodyOf<typeof contract.changeDraft>): Promise<ResultOf<typeof contract.changeDraft>>
  readAgreement(actor: Actor, draftId: string, textHash: string): Promise<ResultOf<typeof contract.getAgreement>>
  adoptDraft(actor: Actor, draftId: string, wish: AdoptDraft): Promise<ResultOf<typeof contract.adoptDraft>>
  reviseDraft(actor: Actor, draftId: string, wish: BodyOf<typeof contract.reviseDraft>): Promise<ResultOf<typeof contract.reviseDraft>>
  /** A wording's present text, for whoever binds something to it; undefined when there is no such wording. */
  textOf(
    workshopId: string,
    draftId: string,
  ): Promise<{ readonly text: string; readonly textHash: string; readonly state: string } | undefined>
}

export function createDrafts(
  context: ServerContext,
  ports: DraftsPorts,
  versions: Pick<VersionsService, 'heardIn'>,
  also: AdoptedAlso,
): DraftsService {
  const { governed, readDoc } = context
  const adopted = createAdopting(context, ports, versions, also)

  return {
    ...createMaking(context, ports),

    async readDraft(actor, draftId) {
      demand(actor, 'drafts/read')
      const statement = await statementOf(context, actor.workshopId, draftId)
      const { id, kind, title, state, version, rivalOf, revises } = statement
      const text = await presentText(context, actor.workshopId, statement)
      return { draftId: id, kind, title, state, version, ...text, ...(rivalOf ? { rivalOf } : {}), ...(revises ? { revises } : {}) }
    },

    async changeDraft(actor, draftId, { title, state }) {
      demand(actor, 'drafts/change')
      return governed(actor.workshopId, async () => {
        const statement = await statementOf(context, actor.workshopId, draftId)
        refuseMinority(statement)
        if (statement.state === 'adopted' || (statement.state === 'retired' && statement.adopted)) {
          throw problem('draft/adopted', { draftId })
        }
        if (state === 'open' && wasReplaced(await wordingsIn(context, actor.workshopId), statement))
          throw problem('draft/adopted', { draftId })
        if (state === 'open' && statement.state === 'retired' && statement.rivalOf)
          await refuseOneMore(context, actor.workshopId, statement.rivalOf)
        const next = { title: title ?? statement.title, state: state ?? statement.state }
        const lockedByName = next.state === 'locked' ? await nameOf(context, actor) : undefined
        return {
          result: { draftId: statement.id, ...next },
          writes: [
            {
              room: recordRoom(actor.workshopId),
              write: (doc) => void drafts.patch(doc, draftId, { ...next, lockedByName } as Partial<Statement>),
            },
          ],
          ledger: state === undefined ? [] : [{ kind: 'draft/state', payload: { draftId, state, by: actor.id } }],
        }
      })
    },

    async readAgreement(actor, draftId, hash) {
      demand(actor, 'drafts/adopt')
      const statement = await statementOf(context, actor.workshopId, draftId)
      const agreement = await ports.agreementOf(context.db, { workshopId: actor.workshopId, draftId: statement.id, textHash: hash })
      return { textHash: hash, ...(agreement ? { agreement: plainAgreement(agreement) } : {}) }
    },

    async adoptDraft(actor, draftId, wish) {
      demand(actor, 'drafts/adopt')
      const answer = await governed(actor.workshopId, async (tx) =>
        adopted(tx, actor, await statementOf(context, actor.workshopId, draftId), wish),
      )
      also.reviews.watch({ workshopId: actor.workshopId, draftId: answer.draftId }, wish.reviewOn)
      return answer
    },

    async reviseDraft(actor, draftId, { why }) {
      demand(actor, 'drafts/revise')
      return governed(actor.workshopId, async () => {
        const statement = await statementOf(context, actor.workshopId, draftId)
        if (statement.state !== 'adopted') throw problem('draft/not-adopted', { draftId })
        const open = (await wordingsIn(context, actor.workshopId)).find((draft) => draft.revises === draftId && isLive(draft))
        if (open) throw problem('draft/revision-open', { draftId: open.id })
        const { kind, title, order, id, composedFrom } = statement
        const from = composedFrom ? { composedFrom } : {}
        const wish = { kind, title, order, revises: id, why, version: statement.version + 1, ...from }
        const { result, writes = [] } = await begun(context, actor, wish, await revisionOf(context, actor.workshopId, statement))
        const payload = { draftId: result.id, revises: id, version: result.version, by: actor.id }
        return { result: { draftId: result.id, version: result.version }, writes, ledger: [{ kind: 'draft/revised', payload }] }
      })
    },

    async textOf(workshopId, draftId) {
      const statement = await readDoc(recordRoom(workshopId), (doc) => drafts.get(doc, draftId))
      return statement && { ...(await presentText(context, workshopId, statement)), state: statement.state }
    },
  }
}

/** Whether another wording of its family was adopted in its place. */
function wasReplaced(all: readonly Statement[], statement: Statement): boolean {
  const rootId = statement.rivalOf ?? statement.id
  return all.some((draft) => draft.state === 'adopted' && draft.id !== statement.id && (draft.id === rootId || draft.rivalOf === rootId))
}
