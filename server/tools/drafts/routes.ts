import { contract } from '../../../shared/tools/drafts/contract'
import type { ApiApp } from '../../http/api'
import type { ProposalsService } from './proposals'
import type { DraftsService } from './service'
import type { VersionsService } from './versions'

/** Mounts the endpoints of the drafts tool. */
export function draftsRoutes(drafts: DraftsService, versions: VersionsService, proposals: ProposalsService): (app: ApiApp) => void {
  return (app) => {
    app.member(contract.createDraft, ({ actor, body }) => drafts.createDraft(actor, body))
    app.member(contract.importDraft, ({ actor, body }) => drafts.importDraft(actor, body))
    app.member(contract.getDraft, ({ actor, params }) => drafts.readDraft(actor, draftOf(params)))
    app.member(contract.changeDraft, ({ actor, params, body }) => drafts.changeDraft(actor, draftOf(params), body))
    app.member(contract.getAgreement, ({ actor, params, query }) => drafts.readAgreement(actor, draftOf(params), query.textHash))
    app.member(contract.adoptDraft, ({ actor, params, body }) => drafts.adoptDraft(actor, draftOf(params), body))
    app.member(contract.reviseDraft, ({ actor, params }) => drafts.reviseDraft(actor, draftOf(params)))
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
