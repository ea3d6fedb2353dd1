import { z } from 'zod'
import { defineEndpoint } from '../../http/endpoint'
import { limits } from '../../sync/limits'
import { roundsPath } from './ballot-contract'
import { ConcernEnding, ConcernId, ConcernState } from './concern-schema'
import { TextHash } from './schema'

const concernPath = '/api/workshops/:id/concerns/:concernId'
const Words = z.string().trim().max(limits.noteLength).optional()
/** What the server gave with the answer to a secret check; it alone proves whose concern it is. */
const Key = z.string().max(128)
const Standing = z.object({ state: ConcernState })

/** Endpoints about concerns. */
export const concernContract = {
  answerConcern: defineEndpoint({
    method: 'POST',
    path: `${concernPath}/answer`,
    summary: 'Say that the wording as it is now answers an open concern; its author says whether it does',
    body: z.object({ textHash: TextHash, words: Words }),
    result: Standing,
    status: 200,
  }),
  settleConcern: defineEndpoint({
    method: 'POST',
    path: `${concernPath}/settle`,
    summary: 'My own concern: the change meets it or does not, I still disagree and it stays as dissent, or I withdraw it',
    body: z.object({ as: z.enum([...ConcernEnding.options, 'not-answered']), words: Words, key: Key.optional() }),
    result: Standing,
    status: 200,
  }),
  recordAuthorLeft: defineEndpoint({
    method: 'POST',
    path: `${concernPath}/author-left`,
    summary: 'Write down that the author of a concern has left, which does not close it',
    result: Standing,
    status: 200,
  }),
  findOwnConcern: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/own-concern`,
    summary: 'Which concern of a closed secret check a key belongs to',
    body: z.object({ key: Key }),
    result: z.object({ concernId: ConcernId }),
    status: 200,
  }),
} as const
