import type { Actor } from '../../../shared/access/actor'
import { limits } from '../../../shared/sync/limits'
import { type ExportQuery, type Format, formats } from '../../../shared/tools/document/contract'
import { gatherDocument, publicDocument } from '../../../shared/tools/document/model'
import { choiceOf, usualParts } from '../../../shared/tools/document/parts'
import { can } from '../../../shared/tools/document/permissions'
import { problem } from '../../../shared/tools/document/problems'
import { participants } from '../../../shared/workshop/collections'
import { problem as requestProblem } from '../../../shared/workshop/problems'
import type { FileAnswer } from '../../http/api'
import type { ServerContext } from '../server-tool'
import { renderArchive } from './archive'
import type { Press } from './press'
import { noPage, publishedPage } from './published-page'
import { findLive, insertVersion, showPublication, showWithdrawn, withdrawAll } from './publishing'
import { renderDocument } from './render'
import { createSlots } from './slots'
import { takeSnapshot } from './snapshot'

export interface DocumentService {
  /** @throws WorkshopError `document/unknown-part`, `export/busy`, `export/too-slow` */
  exportFile(actor: Actor, format: Format, query: ExportQuery): Promise<FileAnswer>
  /** @throws WorkshopError `export/busy`, `export/too-slow`, `request/not-found` for who may not */
  exportArchive(actor: Actor): Promise<FileAnswer>
  /** @throws WorkshopError `document/nothing-to-publish`, `document/unknown-part`, `request/not-found` for who may not */
  publish(actor: Actor, query: ExportQuery): Promise<{ slug: string; url: string; version: number }>
  unpublish(actor: Actor): Promise<{ withdrawn: boolean }>
  publicPage(slug: string): Promise<Response>
}

/** Exports, archive and public page: all of them made from one snapshot of what every participant may read. */
export function createDocument(context: ServerContext, press: Press): DocumentService {
  const inSlot = createSlots(limits.exportsPerWorkshop)

  return {
    exportFile(actor, format, query) {
      allow(actor, 'document/export')
      const choice = choiceOf(query)
      return inSlot(actor.workshopId, async () => {
        const { docs } = await takeSnapshot(context, actor.workshopId)
        return renderDocument(gatherDocument(docs, choice, context.now()), format, press)
      })
    },

    exportArchive(actor) {
      allow(actor, 'document/archive')
      return inSlot(actor.workshopId, async () => {
        const snapshot = await takeSnapshot(context, actor.workshopId)
        const model = gatherDocument(snapshot.docs, choiceOf({}), context.now())
        const made = await Promise.all(formats.map(async (format) => [format, await renderDocument(model, format, press)] as const))
        // One entry for each of `formats`.
        return renderArchive(snapshot, model, Object.fromEntries(made) as Record<Format, FileAnswer>)
      })
    },

    async publish(actor, query) {
      allow(actor, 'document/publish')
      // What is public stays public, so names, reservations and raw notes are in only when somebody says so.
      const { parts = usualParts.join(','), names = '0', reservations = '0' } = query
      const choice = choiceOf({ parts, names, reservations })
      const { docs } = await takeSnapshot(context, actor.workshopId)
      const atMs = context.now()
      const model = publicDocument(gatherDocument(docs, { ...choice, adoptedOnly: true }, atMs))
      if (model.sections.length === 0) throw problem('document/nothing-to-publish')
      const byName = participants.get(docs.record, actor.id)?.name ?? 'A facilitator'
      return context.governed(actor.workshopId, async (tx) => {
        const { slug, version } = await insertVersion(tx, { workshopId: actor.workshopId, participantId: actor.id, model, atMs })
        const url = `${context.origin}/v/${slug}`
        const shown = { id: 'publication', state: 'live', slug, url, version, atMs, byName, parts: choice.parts } as const
        return {
          result: { slug, url, version },
          writes: [showPublication(actor.workshopId, shown)],
          ledger: [{ kind: 'document/published', payload: { by: actor.id, version, parts: choice.parts } }],
        }
      })
    },

    async unpublish(actor) {
      allow(actor, 'document/publish')
      return context.governed<{ withdrawn: boolean }>(actor.workshopId, async (tx) => {
        const withdrawn = await withdrawAll(tx, actor.workshopId)
        if (!withdrawn) return { result: { withdrawn } }
        return {
          result: { withdrawn },
          writes: [showWithdrawn(actor.workshopId)],
          ledger: [{ kind: 'document/withdrawn', payload: { by: actor.id } }],
        }
      })
    },

    async publicPage(slug) {
      const live = await findLive(context.db, slug)
      return live ? publishedPage(live.model, live.version) : noPage()
    },
  }
}

/** A participant who may not is answered as a stranger is (I17). */
function allow(actor: Actor, action: Parameters<typeof can>[1]): void {
  if (!can(actor, action)) throw requestProblem('request/not-found')
}
