import { composeDraft } from '../../../shared/tools/document/agreement/agreement-contract'
import { downloadArchive, downloads, formats, publish, unpublish } from '../../../shared/tools/document/contract'
import type { ApiApp } from '../../http/api'
import type { AgreementsService } from './agreement/agreements'
import { styleSheet, styleSheetPath } from './published-page'
import type { DocumentService } from './service'

/** Mounts the exports, the archive, publishing and the public page. */
export function documentRoutes(document: DocumentService, agreements: AgreementsService): (app: ApiApp) => void {
  return (app) => {
    for (const format of formats) app.memberFile(downloads[format], ({ actor, query }) => document.exportFile(actor, format, query))
    app.memberFile(downloadArchive, ({ actor }) => document.exportArchive(actor))
    app.member(publish, ({ actor, query }) => document.publish(actor, query))
    app.member(composeDraft, ({ actor, body }) => agreements.composeDraft(actor, body))
    app.member(unpublish, ({ actor }) => document.unpublish(actor))
    app.page(styleSheetPath, async () => styleSheet())
    app.page('/v/:slug', (http) => document.publicPage(http.req.param('slug') ?? ''))
  }
}
