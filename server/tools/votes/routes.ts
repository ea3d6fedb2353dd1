import { contract } from '../../../shared/tools/votes/contract'
import type { ApiApp } from '../../http/api'
import type { VotesService } from './service'

/** Mounts the endpoints of the votes tool. */
export function votesRoutes(votes: VotesService): (app: ApiApp) => void {
  return (app) => {
    app.member(contract.createRound, ({ actor, body }) => votes.createRound(actor, body))
    app.member(contract.openRound, ({ actor, params }) => votes.openRound(actor, roundOf(params)))
    app.member(contract.closeRound, ({ actor, params }) => votes.closeRound(actor, roundOf(params)))
    app.member(contract.cancelRound, ({ actor, params }) => votes.cancelRound(actor, roundOf(params)))
    app.member(contract.getRound, ({ actor, params }) => votes.readRound(actor, roundOf(params)))
    app.member(contract.castBallot, ({ actor, params, body }) => votes.castBallot(actor, roundOf(params), body))
    app.member(contract.getRoundVoters, ({ actor, params }) => votes.readVoters(actor, roundOf(params)))
    app.member(contract.revealRound, ({ actor, params, body }) => votes.revealRound(actor, roundOf(params), body))
    app.member(contract.recordRound, ({ actor, params, body }) => votes.recordRound(actor, roundOf(params), body))
  }
}

function roundOf(params: Readonly<Record<string, string>>): string {
  return params.roundId ?? ''
}
