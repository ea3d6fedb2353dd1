import { contract } from '../../../shared/tools/votes/contract'
import type { ApiApp } from '../../http/api'
import type { ConcernsService } from './concerns'
import type { ProofService } from './proof'
import type { VotesService } from './service'

/** Mounts the endpoints of the votes tool. */
export function votesRoutes(votes: VotesService, proof: ProofService, concerns: ConcernsService): (app: ApiApp) => void {
  return (app) => {
    app.member(contract.createRound, ({ actor, body }) => votes.createRound(actor, body))
    app.member(contract.openRound, ({ actor, params }) => votes.openRound(actor, roundOf(params)))
    app.member(contract.closeRound, ({ actor, params }) => votes.closeRound(actor, roundOf(params)))
    app.member(contract.cancelRound, ({ actor, params }) => votes.cancelRound(actor, roundOf(params)))
    app.member(contract.settleRound, ({ actor, params }) => votes.settleRound(actor, roundOf(params)))
    app.member(contract.moveConsent, ({ actor, params, body }) => votes.moveConsent(actor, roundOf(params), body.step))
    app.member(contract.markSense, ({ actor, params, body }) => votes.markSense(actor, roundOf(params), body))
    app.member(contract.contestSense, ({ actor, params, body }) => votes.contestSense(actor, roundOf(params), body.textHash))
    app.member(contract.getRound, ({ actor, params }) => votes.readRound(actor, roundOf(params)))
    app.member(contract.getAskedText, ({ actor, params }) => votes.readAskedText(actor, params.textHash ?? ''))
    app.member(contract.castBallot, ({ actor, params, body }) => votes.castBallot(actor, roundOf(params), body))
    app.member(contract.getRoundVoters, ({ actor, params }) => votes.readVoters(actor, roundOf(params)))
    app.member(contract.revealRound, ({ actor, params, body }) => votes.revealRound(actor, roundOf(params), body))
    app.member(contract.recordRound, ({ actor, params, body }) => votes.recordRound(actor, roundOf(params), body))
    app.member(contract.answerConcern, ({ actor, params, body }) => concerns.answer(actor, concernOf(params), body))
    app.member(contract.settleConcern, ({ actor, params, body }) => concerns.settle(actor, concernOf(params), body))
    app.member(contract.recordAuthorLeft, ({ actor, params }) => concerns.recordAuthorLeft(actor, concernOf(params)))
    app.member(contract.findOwnConcern, ({ actor, params, body }) => concerns.findOwn(actor, roundOf(params), body.key))
    app.memberFile(contract.exportRound, ({ actor, params, query }) => proof.exportRound(actor, roundOf(params), query.format))
    app.memberFile(contract.exportLedger, ({ actor }) => proof.exportLedger(actor))
  }
}

function roundOf(params: Readonly<Record<string, string>>): string {
  return params.roundId ?? ''
}

function concernOf(params: Readonly<Record<string, string>>): string {
  return params.concernId ?? ''
}
