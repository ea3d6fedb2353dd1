import type * as Y from 'yjs'
import type { Actor } from '../../../shared/access/actor'
import { blocksText, textHash } from '../../../shared/doc/canonical-text'
import { newId } from '../../../shared/doc/ids'
import { lastOrder, ordersAfter } from '../../../shared/doc/order'
import { type Block, plain } from '../../../shared/doc/outline'
import { fillFragment } from '../../../shared/doc/rich-nodes'
import type { BodyOf, ResultOf } from '../../../shared/http/endpoint'
import { limits } from '../../../shared/sync/limits'
import { draftRoom, recordRoom } from '../../../shared/sync/room-name'
import { bodyRoot, drafts } from '../../../shared/tools/drafts/collections'
import type { AdoptDraft, contract, DraftView, ImportDraft, NewDraft } from '../../../shared/tools/drafts/contract'
import { plainText } from '../../../shared/tools/drafts/plain-text'
import { problem } from '../../../shared/tools/drafts/problems'
import type { DraftId, Statement, StatementKind } from '../../../shared/tools/drafts/schema'
import { bodyBlocks, isLive, keptBlocks, replacedBy, rivalsOf } from '../../../shared/tools/drafts/selectors'
import type { Sources } from '../../../shared/tools/sources'
import { agenda, participants } from '../../../shared/workshop/collections'
import type { AgreementSummary, DocWrite, Effects, ServerContext, Tx } from '../server-tool'
import { adoptedAnswer, adoptedWrite, adoptionOf, plainAgreement } from './adoption'
import { begunFromNotes, type Composed, mergedFrom, revisionOf } from './composing'
import { readFile } from './import-file'
import { findAdoption, insertAdoption } from './ledger'
import type { MinoritiesService } from './minorities'
import { evidenceFor, tracedWrites } from './origins'
import type { ReviewsService } from './reviews'
import { demand, refuseMinority, refuseNonWriter, refuseUnlessOpen, refuseWhileLocked, statementOf } from './statements'
import { takeVersion } from './version-taking'
import type { VersionsService } from './versions'

/** What drafts asks of other tools. */
export interface DraftsPorts {
  /** How the check on exactly this text stands; undefined when there is none. */
  agreementOf(
    tx: Tx | ServerContext['db'],
    question: {
      readonly workshopId: string
      readonly draftId: string
      readonly textHash: string
      readonly roundId?: string | undefined
    },
  ): Promise<AgreementSummary | undefined>
  /** What words can be traced to, as it is now. */
  sourcesIn(workshopId: string): Promise<Sources>
  /** Makes an adopted name the workshop's own, inside the act that adopts it. */
  takeName(tx: Tx, workshopId: string, name: string): Promise<DocWrite>
}

/** Statements and their wordings: every rule of beginning, changing and adopting them, and no HTTP. */
export interface DraftsService {
  createDraft(actor: Actor, wish: NewDraft): Promise<ResultOf<typeof contract.createDraft>>
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

/** What else hears that a wording was adopted. */
export interface AdoptedAlso {
  readonly reviews: Pick<ReviewsService, 'adopted' | 'watch'>
  readonly minorities: Pick<MinoritiesService, 'adopted'>
}

export function createDrafts(
  context: ServerContext,
  ports: DraftsPorts,
  versions: Pick<VersionsService, 'heardIn'>,
  also: AdoptedAlso,
): DraftsService {
  const { governed, readDoc } = context

  function allOf(workshopId: string): Promise<readonly Statement[]> {
    return readDoc(recordRoom(workshopId), (doc) => drafts.all(doc))
  }

  async function nameOf(actor: Actor): Promise<string> {
    return (await readDoc(recordRoom(actor.workshopId), (doc) => participants.get(doc, actor.id)?.name)) ?? ''
  }

  /** The blocks of a wording: frozen ones once it was adopted, else its document's. */
  async function blocksOf(workshopId: string, statement: Statement): Promise<readonly Block[]> {
    if ('adopted' in statement && statement.adopted) return keptBlocks(statement.adopted)
    return readDoc(draftRoom(workshopId, statement.id), bodyBlocks)
  }

  async function presentText(workshopId: string, statement: Statement): Promise<{ readonly text: string; readonly textHash: string }> {
    if ('adopted' in statement && statement.adopted) return { text: statement.adopted.text, textHash: statement.adopted.textHash }
    const text = blocksText(await blocksOf(workshopId, statement))
    return { text, textHash: textHash(text) }
  }

  /** A new wording and its document, seeded with `blocks` in the same transaction. */
  async function begun(actor: Actor, wish: NewStatement, { blocks, traces }: Composed): Promise<Effects<Statement>> {
    const all = await allOf(actor.workshopId)
    if (all.length >= limits.drafts) throw problem('draft/too-many', { drafts: limits.drafts })
    const statement: Statement = {
      ...wish,
      id: wish.id ?? newId('draft'),
      order: wish.order ?? ordersAfter(lastOrder(all), 1)[0] ?? '',
      createdBy: actor.id,
      createdAtMs: context.now(),
      state: 'open',
    }
    return {
      result: statement,
      writes: [
        { room: recordRoom(actor.workshopId), write: (doc) => drafts.put(doc, statement) },
        ...tracedWrites(actor.workshopId, statement.id, {
          fill: (doc) => fillFragment(doc.getXmlFragment(bodyRoot), blocks),
          traces,
          authorId: actor.id,
          nowMs: statement.createdAtMs,
        }),
      ],
    }
  }

  /** What another wording of a draft is made of; a rival of a rival stands beside the same draft. */
  async function rivalWish(actor: Actor, rivalOf: DraftId, title: string, kind?: StatementKind): Promise<NewStatement> {
    const beside = await statementOf(context, actor.workshopId, rivalOf)
    refuseMinority(beside)
    const root = beside.rivalOf === undefined ? beside : await statementOf(context, actor.workshopId, beside.rivalOf)
    if (root.state === 'adopted') throw problem('draft/adopted', { draftId: root.id })
    if (root.state === 'retired') throw problem('draft/retired', { draftId: root.id })
    if (kind !== undefined && kind !== root.kind) throw problem('draft/wrong-kind', { kind: root.kind })
    await refuseOneMore(actor.workshopId, root.id)
    return { kind: root.kind, title, version: root.version, rivalOf: root.id, order: root.order }
  }

  /** @throws WorkshopError `draft/too-many-wordings` when a statement has as many wordings as stand side by side */
  async function refuseOneMore(workshopId: string, rootId: DraftId): Promise<void> {
    if (rivalsOf(await allOf(workshopId), rootId).length + 1 >= limits.wordings) {
      throw problem('draft/too-many-wordings', { wordings: limits.wordings })
    }
  }

  /** What a new wording begins with: notes, picked phrases, plain words, or nothing. */
  async function composed(workshopId: string, rootId: DraftId | undefined, { phrases, notes, words }: NewDraft): Promise<Composed> {
    if (notes) return begunFromNotes((await ports.sourcesIn(workshopId)).groups(), notes)
    if (phrases && rootId) return mergedFrom(context, workshopId, rootId, phrases)
    return untraced(words === undefined ? [] : [{ type: 'paragraph', text: plain(words) }])
  }

  /** The id that a step reserves for its own wording; none when it has one already. */
  async function idForStep(workshopId: string, stepId: string | undefined): Promise<DraftId | undefined> {
    if (stepId === undefined) return undefined
    return readDoc(recordRoom(workshopId), (doc) => {
      const subject = agenda.get(doc, stepId)?.subject
      // A step's subject of this collection has the ids of this collection.
      return subject?.collection === drafts.name ? (subject.id as DraftId) : undefined
    })
  }

  return {
    async createDraft(actor, wish) {
      const { kind, title, rivalOf, stepId } = wish
      demand(actor, rivalOf === undefined ? 'drafts/create' : 'drafts/create-rival')
      return governed(actor.workshopId, async () => {
        if (rivalOf !== undefined) {
          await refuseWhileLocked(context, actor.workshopId)
          const rival = await rivalWish(actor, rivalOf, title, kind)
          return shown(await begun(actor, rival, await composed(actor.workshopId, rival.rivalOf, wish)))
        }
        const reserved = await idForStep(actor.workshopId, stepId)
        const own = reserved && (await allOf(actor.workshopId)).find(({ id }) => id === reserved)
        if (own && own.state !== 'retired') return { result: { draftId: own.id } }
        const begins = await composed(actor.workshopId, undefined, wish)
        return shown(await begun(actor, { kind, title, version: 1, ...(reserved && !own ? { id: reserved } : {}) }, begins))
      })
    },

    async importDraft(actor, { target, file }) {
      demand(actor, 'kind' in target ? 'drafts/create' : 'drafts/create-rival')
      const blocks = await readFile(file)
      return governed(actor.workshopId, async () => {
        if ('kind' in target) return shown(await begun(actor, { ...target, version: 1 }, untraced(blocks)))
        if ('rivalOf' in target) {
          const id = target.key === undefined ? undefined : keyedId(actor, target.key)
          // An answer that was lost on its way is given again, whatever has happened to the draft since.
          if (id && (await allOf(actor.workshopId)).some((each) => each.id === id)) return { result: { draftId: id } }
          // Late words were written before their author could know of a lock.
          if (!id) await refuseWhileLocked(context, actor.workshopId)
          const wish = await rivalWish(actor, target.rivalOf, target.title)
          return shown(await begun(actor, { ...wish, ...(id ? { id } : {}) }, untraced(blocks)))
        }
        const statement = await statementOf(context, actor.workshopId, target.draftId)
        refuseNonWriter(statement, actor)
        refuseUnlessOpen(statement)
        if ((await presentText(actor.workshopId, statement)).text !== '') throw problem('draft/not-empty', { draftId: statement.id })
        return { result: { draftId: statement.id }, writes: [refilled(actor.workshopId, statement.id, blocks)] }
      })
    },

    async readDraft(actor, draftId) {
      demand(actor, 'drafts/read')
      const statement = await statementOf(context, actor.workshopId, draftId)
      const { id, kind, title, state, version, rivalOf, revises } = statement
      const text = await presentText(actor.workshopId, statement)
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
        if (state === 'open' && wasReplaced(await allOf(actor.workshopId), statement)) throw problem('draft/adopted', { draftId })
        if (state === 'open' && statement.state === 'retired' && statement.rivalOf) await refuseOneMore(actor.workshopId, statement.rivalOf)
        const next = { title: title ?? statement.title, state: state ?? statement.state }
        const lockedByName = next.state === 'locked' ? await nameOf(actor) : undefined
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
      const answer = await governed(actor.workshopId, async (tx) => {
        const statement = await statementOf(context, actor.workshopId, draftId)
        const before = await findAdoption(tx, actor.workshopId, draftId)
        if (before) {
          if (before.adoption.textHash !== wish.textHash) throw problem('draft/text-changed', { textHash: before.adoption.textHash })
          return { result: adoptedAnswer(statement.id, before.version, before.adoption) }
        }
        refuseMinority(statement)
        if (!isLive(statement)) throw problem('draft/retired', { draftId })
        // Read inside the act: a keystroke that came before it is in the text, one that comes after finds the room closed.
        const blocks = await blocksOf(actor.workshopId, statement)
        const text = blocksText(blocks)
        const hash = textHash(text)
        if (hash !== wish.textHash) throw problem('draft/text-changed', { textHash: hash })
        if (text === '') throw problem('draft/empty', { draftId })
        const { workshopId } = actor
        const agreement = await ports.agreementOf(tx, { workshopId, draftId, textHash: hash, roundId: wish.roundId })
        if (!agreement?.passed && !wish.override)
          throw problem('draft/not-agreed', agreement ? { agreement: plainAgreement(agreement) } : {})
        const byName = await nameOf(actor)
        const evidence = await evidenceFor(context, await ports.sourcesIn(workshopId), workshopId, statement.id)
        const adoption = { ...adoptionOf(blocks, { text, textHash: hash, atMs: context.now(), byName }, agreement, wish), evidence }
        await insertAdoption(tx, { workshopId, draftId, adoptedBy: actor.id }, { version: statement.version, adoption })
        const heard = versions.heardIn(workshopId, statement.id)
        await takeVersion(context, tx, { workshopId, draftId: statement.id }, { kind: 'adopted', by: actor.id, heard })
        const replaced = replacedBy(await allOf(workshopId), statement).map(({ id }) => id)
        const reviewed = await also.reviews.adopted(tx, { workshopId, draftId: statement.id }, adoption.reviewOn, replaced)
        const named = statement.kind === 'name' ? [await ports.takeName(tx, workshopId, plainText(blocks).split('\n')[0] ?? text)] : []
        const minority = await also.minorities.adopted(tx, workshopId, statement.id)
        return {
          result: adoptedAnswer(statement.id, statement.version, adoption),
          writes: [adoptedWrite(workshopId, statement, adoption), ...reviewed, ...minority.writes, ...named],
          facts: [
            {
              kind: 'statement/adopted',
              draftId: statement.id,
              statementKind: statement.kind,
              title: statement.title,
              version: statement.version,
              text,
              textHash: hash,
              by: actor,
              atMs: adoption.atMs,
              ...(agreement ? { roundId: agreement.roundId, agreement } : {}),
              ...(adoption.overrideReason === undefined ? {} : { overrideReason: adoption.overrideReason }),
            },
          ],
          ledger: [
            { kind: 'statement/adopted', payload: { draftId, textHash: hash, version: statement.version, by: actor.id } },
            ...minority.ledger,
          ],
          // A secret check that is still open closes with it, and its ballots are forgotten.
          scrub: true,
        }
      })
      also.reviews.watch({ workshopId: actor.workshopId, draftId: answer.draftId }, wish.reviewOn)
      return answer
    },

    async reviseDraft(actor, draftId, { why }) {
      demand(actor, 'drafts/revise')
      return governed(actor.workshopId, async () => {
        const statement = await statementOf(context, actor.workshopId, draftId)
        if (statement.state !== 'adopted') throw problem('draft/not-adopted', { draftId })
        const open = (await allOf(actor.workshopId)).find((draft) => draft.revises === draftId && isLive(draft))
        if (open) throw problem('draft/revision-open', { draftId: open.id })
        const { kind, title, order, id } = statement
        const wish = { kind, title, order, revises: id, why, version: statement.version + 1 }
        const { result, writes = [] } = await begun(actor, wish, await revisionOf(context, actor.workshopId, statement))
        const payload = { draftId: result.id, revises: id, version: result.version, by: actor.id }
        return { result: { draftId: result.id, version: result.version }, writes, ledger: [{ kind: 'draft/revised', payload }] }
      })
    },

    async textOf(workshopId, draftId) {
      const statement = await readDoc(recordRoom(workshopId), (doc) => drafts.get(doc, draftId))
      return statement && { ...(await presentText(workshopId, statement)), state: statement.state }
    },
  }
}

type NewStatement = Pick<Statement, 'kind' | 'title' | 'version'> & Partial<Pick<Statement, 'id' | 'rivalOf' | 'revises' | 'why' | 'order'>>

function untraced(blocks: readonly Block[]): Composed {
  return { blocks, traces: [] }
}

function shown({ result, ...effects }: Effects<Statement>): Effects<{ draftId: DraftId }> {
  return { ...effects, result: { draftId: result.id } }
}

/** Whether another wording of its family was adopted in its place. */
function wasReplaced(all: readonly Statement[], statement: Statement): boolean {
  const rootId = statement.rivalOf ?? statement.id
  return all.some((draft) => draft.state === 'adopted' && draft.id !== statement.id && (draft.id === rootId || draft.rivalOf === rootId))
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
