import { z } from 'zod'
import { defineEndpoint } from '../../http/endpoint'
import { roundsPath } from './ballot-contract'

/** What anybody takes home to check a vote. */
export const proofContract = {
  exportRound: defineEndpoint({
    method: 'GET',
    path: `${roundsPath}/:roundId/export`,
    summary: 'A closed round: as JSON with all that is needed to count it again, or its results as CSV',
    query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
    result: z.unknown(),
    status: 200,
  }),
  exportLedger: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/ledger',
    summary: 'The workshop’s whole hash chain; ballots of rounds that are not closed are sealed in it',
    result: z.unknown(),
    status: 200,
  }),
} as const
