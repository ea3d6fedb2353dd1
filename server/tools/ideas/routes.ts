import { contract } from '../../../shared/tools/ideas/contract'
import type { ApiApp } from '../../http/api'
import type { IdeasService } from './service'

/** Mounts the endpoints of the ideas tool. */
export function ideasRoutes(ideas: IdeasService): (app: ApiApp) => void {
  return (app) => {
    app.member(contract.setMode, ({ actor, params, body }) => ideas.setMode(actor, params.promptId ?? '', body))
    app.member(contract.reveal, ({ actor, params }) => ideas.reveal(actor, params.promptId ?? ''))
  }
}
