import type * as Y from 'yjs'
import type { Actor, ParticipantId } from '../../../../shared/access/actor'
import { blocksText, textHash } from '../../../../shared/doc/canonical-text'
import { newId } from '../../../../shared/doc/ids'
import { fillFragment } from '../../../../shared/doc/rich-nodes'
import type { BodyOf, ResultOf } from '../../../../shared/http/endpoint'
import { limits } from '../../../../shared/sync/limits'
import { draftRoom, recordRoom } from '../../../../shared/sync/room-name'
import { dayStartMs } from '../../../../shared/tools/drafts/adopting/review'
import { bodyRoot, drafts } from '../../../../shared/tools/drafts/collections'
import type { contract } from '../../../../shared/tools/drafts/contract'
import { isMinority, type MinorityStatement, mayDissent } from '../../../../shared/tools/drafts/minority/minority'
import type { Minority } from '../../../../shared/tools/drafts/minority/minority-schema'
import { can } from '../../../../shared/tools/drafts/permissions'
import { problem } from '../../../../shared/tools/drafts/problems'
import type { DraftId, Statement } from '../../../../shared/tools/drafts/schema'
import { bodyBlocks } from '../../../../shared/tools/drafts/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { problem as kernelProblem } from '../../../../shared/workshop/problems'
import type { Dissent, DocWrite, Effects, Fact, PeopleMerged, ServerContext, Tx } from '../../server-tool'
import { demand, statementOf } from '../statements'
import { changeMinority, findMinority, insertMinority } from './minorities-ledger'
import { createMinorityClosing, type MinorityClosing, minorityIn, patchDraft } from './minority-closing'

/** What minority statements ask of checks. */
export interface MinorityPorts {
  dissentOn(reader: Tx | ServerContext['db'], workshopId: string, draftId: string): Promise<Dissent | undefined>
}

/** One shared statement of those below the threshold, for each wording. */
export interface MinoritiesService extends Pick<MinorityClosing, 'resume' | 'adopted'> {
  readMinority(actor: Actor, draftId: string): Promise<ResultOf<typeof contract.getMinority>>
  beginMinority(actor: Actor, draftId: string): Promise<ResultOf<typeof contract.beginMinority>>
  standBehind(actor: Actor, draftId: string, wish: BodyOf<typeof contract.standBehind>): Promise<ResultOf<typeof contract.standBehind>>
  closeMinority(
    actor: Actor,
    draftId: string,
    wish: BodyOf<typeof contract.closeMinority>,
  ): Promise<ResultOf<typeof contract.closeMinority>>
  /** Two seats of one person are one: their words and name stay theirs. */
  hear(tx: Tx, workshopId: string, fact: Fact): Promise<readonly DocWrite[]>
}

export function createMinorities(context: ServerContext, ports: MinorityPorts): MinoritiesService {
  const { governed, readDoc, now, db } = context
  const closing = createMinorityClosing(context)

  /** @throws WorkshopError `request/not-found`, `draft/no-minority`, `draft/minority-closed` */
  async function openMinority(actor: Actor, draftId: string): Promise<MinorityStatement> {
    const draft = await statementOf(context, actor.workshopId, draftId)
    if (!isMinority(draft)) throw problem('draft/no-minority', { draftId })
    if (draft.state !== 'open') throw problem('draft/minority-closed', { draftId })
    return draft
  }

  /** Whether somebody may begin it: by name after an open check, whoever contributes after a secret one. */
  function mayBegin(actor: Actor, dissent: Dissent | undefined): boolean {
    if (!dissent) return false
    return mayDissent({ minority: { stands: [], ...(dissent.isSecret ? {} : { writers: [...dissent.people] }) } }, actor)
  }

  return {
    resume: closing.resume,
    adopted: closing.adopted,

    async readMinority(actor, draftId) {
      demand(actor, 'drafts/read')
      const statement = await statementOf(context, actor.workshopId, draftId)
      const row = await findMinority(db, actor.workshopId, statement.id)
      const own = row && (await minorityIn(context, actor.workshopId, row.draft_id))
      if (own) return { draftId: own.id, may: own.state === 'open' && mayDissent(own, actor) ? 'write' : 'read' }
      const dissent = can(actor, 'drafts/dissent') ? await ports.dissentOn(db, actor.workshopId, statement.id) : undefined
      return { may: mayBegin(actor, dissent) ? 'begin' : 'read' }
    },

    async beginMinority(actor, draftId) {
      demand(actor, 'drafts/dissent')
      const { workshopId } = actor
      return governed(workshopId, async (tx): Promise<Effects<{ draftId: DraftId }>> => {
        const about = await statementOf(context, workshopId, draftId)
        if (about.minorityOf !== undefined) throw problem('draft/minority', { draftId })
        const dissent = await ports.dissentOn(tx, workshopId, about.id)
        if (!dissent) throw problem('draft/no-dissent', { draftId })
        if (!mayBegin(actor, dissent)) throw kernelProblem('request/not-found')
        const row = await findMinority(tx, workshopId, about.id)
        const before = row && (await minorityIn(context, workshopId, row.draft_id))
        if (before) return { result: { draftId: before.id }, writes: widened(workshopId, before, dissent) }
        const all = await readDoc(recordRoom(workshopId), (doc) => drafts.all(doc))
        if (all.length >= limits.drafts) throw problem('draft/too-many', { drafts: limits.drafts })
        const { kind, title, version, order } = about
        const minority: Minority = { stands: [], ...(dissent.isSecret ? {} : { writers: [...dissent.people] }) }
        const common = { id: newId('draft'), kind, title, version, order, minorityOf: about.id, minority }
        // Whoever begins it is named nowhere: only those are who stand behind it.
        const statement: Statement = { ...common, createdBy: about.createdBy, createdAtMs: now(), state: 'open' }
        await insertMinority(tx, { draft_id: statement.id, minority_of: about.id, workshop_id: workshopId })
        return {
          result: { draftId: statement.id },
          writes: [
            { room: recordRoom(workshopId), write: (doc) => drafts.put(doc, statement) },
            { room: draftRoom(workshopId, statement.id), write: (doc: Y.Doc) => fillFragment(doc.getXmlFragment(bodyRoot), []) },
          ],
          ledger: [{ kind: 'minority/begun', payload: { draftId: statement.id, minorityOf: about.id } }],
        }
      })
    },

    async standBehind(actor, draftId, wish) {
      demand(actor, 'drafts/dissent')
      const { workshopId } = actor
      return governed(workshopId, async () => {
        const draft = await openMinority(actor, draftId)
        if (!mayDissent(draft, actor)) throw kernelProblem('request/not-found')
        const text = blocksText(await readDoc(draftRoom(workshopId, draft.id), bodyBlocks))
        if (wish.stands && text === '') throw problem('draft/empty', { draftId })
        if (wish.stands && textHash(text) !== wish.textHash) throw problem('draft/text-changed', { textHash: textHash(text) })
        const name = (await readDoc(recordRoom(workshopId), (doc) => participants.get(doc, actor.id)?.name)) ?? ''
        const others = draft.minority.stands.filter(({ participantId }) => participantId !== actor.id)
        const own = { participantId: actor.id, name, textHash: wish.textHash, atMs: now() }
        const stands = wish.stands ? [...others, own] : others
        return {
          result: { draftId: draft.id, stands: wish.stands },
          writes: [patchDraft(workshopId, draft, { minority: { ...draft.minority, stands } })],
        }
      })
    },

    async closeMinority(actor, draftId, { closesOn }) {
      demand(actor, 'drafts/close-minority')
      const { workshopId } = actor
      if (dayStartMs(closesOn) <= now()) throw problem('draft/closing-past', { closesOn })
      const answer = await governed(workshopId, async (tx) => {
        const draft = await openMinority(actor, draftId)
        const about = await statementOf(context, workshopId, draft.minorityOf ?? '')
        if (!('adopted' in about) || !about.adopted) throw problem('draft/minority-waits', { draftId })
        await changeMinority(tx, draft.id, { closes_on: closesOn })
        return {
          result: { draftId: draft.id, closesOn },
          writes: [patchDraft(workshopId, draft, { minority: { ...draft.minority, closesOn } })],
          ledger: [{ kind: 'minority/closes', payload: { draftId, closesOn, by: actor.id } }],
        }
      })
      closing.watch(workshopId, answer.draftId, closesOn)
      return answer
    },

    async hear(_tx, workshopId, fact) {
      if (fact.kind !== 'people/merged') return []
      const all = await readDoc(recordRoom(workshopId), (doc) => drafts.all(doc).filter(isMinority))
      return all.flatMap((draft) => {
        const minority = draft.state === 'open' ? merged(draft.minority, fact) : undefined
        return minority ? [patchDraft(workshopId, draft, { minority })] : []
      })
    },
  }

  /** Those below the threshold of a later check join those of the first. */
  function widened(workshopId: string, draft: MinorityStatement, dissent: Dissent): readonly DocWrite[] {
    const { writers } = draft.minority
    if (draft.state !== 'open' || dissent.isSecret || !writers) return []
    const all = [...new Set([...writers, ...dissent.people])]
    return all.length === writers.length ? [] : [patchDraft(workshopId, draft, { minority: { ...draft.minority, writers: all } })]
  }
}

/** The same with one seat in place of two; undefined where the seat that went is not in it. */
function merged({ writers, stands, ...rest }: Minority, { from, into }: PeopleMerged): Minority | undefined {
  const kept = (id: ParticipantId) => (id === from ? into : id)
  if (!writers?.includes(from) && !stands.some(({ participantId }) => participantId === from)) return undefined
  const moved = stands.map((stand) => ({ ...stand, participantId: kept(stand.participantId) }))
  return { ...rest, ...(writers ? { writers: [...new Set(writers.map(kept))] } : {}), stands: moved }
}
