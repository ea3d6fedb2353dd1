import { contract } from '../../../shared/tools/partners/contract'
import type { ApiApp } from '../../http/api'
import type { IntermediaryService } from './intermediary'
import type { MembershipReviewService } from './membership-review'
import type { OwnRowService } from './own-row'
import type { PulseService } from './pulse'
import type { RowLinks } from './row-links'

/** What the roster governs. */
interface PartnersParts {
  readonly links: RowLinks
  readonly row: OwnRowService
  readonly review: MembershipReviewService
  readonly intermediary: IntermediaryService
  readonly pulse: PulseService
}

/** Mounts the endpoints of the roster. */
export function partnersRoutes({ links, row, review, intermediary, pulse }: PartnersParts): (app: ApiApp) => void {
  return (app) => {
    app.member(contract.listRowLinks, ({ actor }) => links.list(actor))
    app.member(contract.makeRowLink, ({ actor, params }) => links.make(actor, params.partnerId ?? ''))
    app.member(contract.revokeRowLink, ({ actor, params }) => links.revoke(actor, params.partnerId ?? ''))
    app.member(contract.setReview, ({ actor, body }) => review.set(actor, body.dueOn))
    app.member(contract.chooseIntermediary, ({ actor, body }) => intermediary.choose(actor, body))
    app.member(contract.readPulse, ({ actor }) => pulse.read(actor))
    app.member(contract.givePulse, ({ actor, body }) => pulse.give(actor, body))
    app.member(contract.writeMissionLine, ({ actor, body }) => pulse.writeLine(actor, body.words))
    app.secret(contract.readRow, ({ params, body }) => row.read(params.id ?? '', body.key))
    app.secret(contract.editRow, ({ params, body }) => row.edit(params.id ?? '', body))
  }
}
