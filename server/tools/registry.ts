import { boardRoom, recordRoom } from '../../shared/sync/room-name'
import { decidedOptions } from '../../shared/tools/decided'
import { fillsOf } from '../../shared/tools/fills'
import { partners } from '../../shared/tools/partners/collections'
import { emptySeats } from '../../shared/tools/partners/empty-seats'
import { seatListIn } from '../../shared/tools/partners/seat-list'
import type { BuiltToolId } from '../../shared/tools/registry'
import { sourcesOf } from '../../shared/tools/sources'
import { participants } from '../../shared/workshop/collections'
import { takeName } from '../workshop/naming'
import { createAgendaPort } from '../workshop/placed-steps'
import { copiedDocs } from './copied-docs'
import { createDecisions } from './decisions/service'
import { createAgreements } from './document/agreement/agreements'
import { createPress } from './document/press'
import { isPublished } from './document/publishing'
import { documentRoutes } from './document/routes'
import { createDocument } from './document/service'
import { createReviews } from './drafts/adopting/reviews'
import { draftsCatchUp } from './drafts/catch-up'
import { createMinorities } from './drafts/minority/minorities'
import { createProposals } from './drafts/proposals/proposals'
import { draftsRoutes } from './drafts/routes'
import { createDrafts } from './drafts/service'
import { createSigning } from './drafts/signing/signing'
import { createVersions } from './drafts/versions/versions'
import { ideasCatchUp } from './ideas/catch-up'
import { ideasRoutes } from './ideas/routes'
import { createIdeas } from './ideas/service'
import { createIntermediary } from './partners/intermediary'
import { createMembershipReview } from './partners/membership-review'
import { createOwnRow } from './partners/own-row'
import { createPulse } from './partners/pulse'
import { partnersRoutes } from './partners/routes'
import { createRowLinks } from './partners/row-links'
import type { ServerContext, ServerTool, Tx } from './server-tool'
import { votesCatchUp } from './votes/catch-up'
import { agreementWithConcerns } from './votes/concern-summary'
import { createConcerns } from './votes/concerns'
import { dissentOn } from './votes/dissenters'
import { createProof } from './votes/proof'
import { votesRoutes } from './votes/routes'
import { createVotes } from './votes/service'

/** Composes the server sides of all tools and ties their ports together. */
export function createServerTools(context: ServerContext): Partial<Record<BuiltToolId, ServerTool>> {
  const versions = createVersions(context)
  const reviews = createReviews(context, createAgendaPort(context))
  const minorities = createMinorities(context, { dissentOn })
  const draftsPorts = {
    agreementOf: agreementWithConcerns,
    sourcesIn: async (workshopId: string) => sourcesOf(await copiedDocs(context, workshopId)),
    takeName: (tx: Tx, workshopId: string, name: string) => takeName(context, tx, workshopId, name),
  }
  const drafts = createDrafts(context, draftsPorts, versions, { reviews, minorities })
  const signing = createSigning(context, { partiesIn: async (workshopId) => (await copiedDocs(context, workshopId)).parties() })
  const agreements = createAgreements(context, {
    begin: drafts.composeDraft,
    heldIn: async (workshopId) => {
      const docs = await copiedDocs(context, workshopId)
      return { fills: fillsOf(docs), parties: docs.parties() }
    },
  })
  const proof = createProof(context, { isPublished: (workshopId) => isPublished(context.db, workshopId) })
  const ideas = createIdeas(context)
  const votes = createVotes(context, {
    textOf: drafts.textOf,
    hasUnnamedCluster: ideas.hasUnnamedCluster,
    emptySeats: (workshopId) => emptySeatsIn(context, workshopId),
  })
  const concerns = createConcerns(context, { textOf: drafts.textOf })
  return {
    ideas: {
      routes: ideasRoutes(ideas),
      committed: ideas.committed,
      catchUp: (actor, sinceMs) => ideasCatchUp(context, actor, sinceMs),
    },
    drafts: {
      routes: draftsRoutes({ context, drafts, versions, proposals: createProposals(context, versions), reviews, minorities, signing }),
      async resume() {
        for (const part of [versions, reviews, minorities]) await part.resume()
      },
      hear: minorities.hear,
      dueSoon: reviews.dueSoon,
      committed: versions.committed,
      catchUp: (actor, sinceMs) => draftsCatchUp(context, versions, actor, sinceMs),
    },
    votes: {
      routes: votesRoutes(votes, proof, concerns),
      resume: votes.resume,
      hear: votes.hear,
      committed: votes.committed,
      catchUp: (actor, sinceMs) => votesCatchUp(context, { readRound: votes.readRound, textOf: drafts.textOf }, actor, sinceMs),
    },
    partners: createPartners(context),
    decisions: createDecisions(context),
    document: { routes: documentRoutes(createDocument(context, createPress()), agreements) },
  }
}

function createPartners(context: ServerContext): ServerTool {
  const review = createMembershipReview(context, createAgendaPort(context))
  const decidedIn = async (workshopId: string) => decidedOptions(await copiedDocs(context, workshopId))
  const intermediary = createIntermediary(context, { decidedIn })
  const routes = partnersRoutes({
    links: createRowLinks(context),
    row: createOwnRow(context),
    review,
    intermediary,
    pulse: createPulse(context),
  })
  return { routes, resume: review.resume, dueSoon: review.dueSoon, hear: intermediary.hear }
}

async function emptySeatsIn({ readDoc }: ServerContext, workshopId: string): Promise<readonly string[]> {
  const people = await readDoc(recordRoom(workshopId), (record) => participants.all(record))
  return readDoc(boardRoom(workshopId), (board) => emptySeats(partners.all(board), people, seatListIn(board)).map(({ words }) => words))
}
