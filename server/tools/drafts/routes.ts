import { contract } from '../../../shared/tools/drafts/contract'
import type { ApiApp } from '../../http/api'
import type { ServerContext } from '../server-tool'
import type { ReviewsService } from './adopting/reviews'
import { readAuthors } from './authors/authors'
import type { MinoritiesService } from './minority/minorities'
import type { ProposalsService } from './proposals/proposals'
import type { DraftsService } from './service'
import type { SigningService } from './signing/signing'
import type { VersionsService } from './versions/versions'

/** Everything that the drafts tool does for a request. */
export interface DraftsServices {
  readonly context: ServerContext
  readonly drafts: DraftsService
  readonly versions: VersionsService
  readonly proposals: ProposalsService
  readonly reviews: ReviewsService
  readonly minorities: MinoritiesService
  readonly signing: SigningService
}

/** Mounts the endpoints of the drafts tool. */
export function draftsRoutes({
  context,
  drafts,
  versions,
  proposals,
  reviews,
  minorities,
  signing,
}: DraftsServices): (app: ApiApp) => void {
  return (app) => {
    app.member(contract.createDraft, ({ actor, body }) => drafts.createDraft(actor, body))
    app.member(contract.importDraft, ({ actor, body }) => drafts.importDraft(actor, body))
    app.member(contract.getDraft, ({ actor, params }) => drafts.readDraft(actor, draftOf(params)))
    app.member(contract.changeDraft, ({ actor, params, body }) => drafts.changeDraft(actor, draftOf(params), body))
    app.member(contract.getAgreement, ({ actor, params, query }) => drafts.readAgreement(actor, draftOf(params), query.textHash))
    app.member(contract.adoptDraft, ({ actor, params, body }) => drafts.adoptDraft(actor, draftOf(params), body))
    app.member(contract.reviseDraft, ({ actor, params, body }) => drafts.reviseDraft(actor, draftOf(params), body))
    app.member(contract.reviewDraft, ({ actor, params, body }) => reviews.reviewDraft(actor, draftOf(params), body))
    app.member(contract.getAuthors, ({ actor, params }) => readAuthors(context, actor, draftOf(params)))
    app.member(contract.getMinority, ({ actor, params }) => minorities.readMinority(actor, draftOf(params)))
    app.member(contract.beginMinority, ({ actor, params }) => minorities.beginMinority(actor, draftOf(params)))
    app.member(contract.standBehind, ({ actor, params, body }) => minorities.standBehind(actor, draftOf(params), body))
    app.member(contract.closeMinority, ({ actor, params, body }) => minorities.closeMinority(actor, draftOf(params), body))
    app.member(contract.signDraft, ({ actor, params, body }) => signing.signDraft(actor, draftOf(params), body))
    app.member(contract.takeSignatureBack, ({ actor, params }) =>
      signing.takeSignatureBack(actor, draftOf(params), params.signatureId ?? ''),
    )
    app.member(contract.listVersions, ({ actor, params, query }) => versions.listVersions(actor, draftOf(params), query))
    app.member(contract.getVersion, ({ actor, params }) => versions.readVersion(actor, draftOf(params), versionIn(params)))
    app.member(contract.nameVersion, ({ actor, params, body }) => versions.nameVersion(actor, draftOf(params), body))
    app.member(contract.restoreVersion, ({ actor, params }) => versions.restoreVersion(actor, draftOf(params), versionIn(params)))
    app.member(contract.acceptProposal, ({ actor, params }) => proposals.acceptProposal(actor, draftOf(params), proposalIn(params)))
    app.member(contract.keepProposal, ({ actor, params, body }) => proposals.keepProposal(actor, draftOf(params), proposalIn(params), body))
    app.member(contract.reopenProposal, ({ actor, params }) => proposals.reopenProposal(actor, draftOf(params), proposalIn(params)))
  }
}

function proposalIn(params: Readonly<Record<string, string>>): string {
  return params.proposalId ?? ''
}

function versionIn(params: Readonly<Record<string, string>>): string {
  return params.versionId ?? ''
}

function draftOf(params: Readonly<Record<string, string>>): string {
  return params.draftId ?? ''
}
