import { contract } from '../../../shared/tools/partners/contract'
import type { ApiApp } from '../../http/api'
import type { OwnRowService } from './own-row'
import type { RowLinks } from './row-links'

/** Mounts the private links of the roster. */
export function partnersRoutes(links: RowLinks, row: OwnRowService): (app: ApiApp) => void {
  return (app) => {
    app.member(contract.listRowLinks, ({ actor }) => links.list(actor))
    app.member(contract.makeRowLink, ({ actor, params }) => links.make(actor, params.partnerId ?? ''))
    app.member(contract.revokeRowLink, ({ actor, params }) => links.revoke(actor, params.partnerId ?? ''))
    app.secret(contract.readRow, ({ params, body }) => row.read(params.id ?? '', body.key))
    app.secret(contract.editRow, ({ params, body }) => row.edit(params.id ?? '', body))
  }
}
