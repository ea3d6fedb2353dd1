import { defineCollection } from '../../doc/collection'
import { Reply, Thread } from './comments/comment-schema'
import { Origin } from './evidence/origin-schema'
import { AcceptedWording } from './proposals/accepted-wording'
import { Proposal } from './proposals/proposal-schema'
import { Statement } from './schema'
import { Signature } from './signing/signature-schema'

/** All wordings, in `record`: only the server writes them. */
export const drafts = defineCollection('drafts', Statement)

/** Proposed wordings that were accepted, in `record`. */
export const acceptedWordings = defineCollection('acceptedWordings', AcceptedWording)

/** Under adopted agreements; in `record`. */
export const signatures = defineCollection('signatures', Signature)

/** Root of a draft's document that holds its rich text. */
export const bodyRoot = 'body'

/** In `comments/<draftId>`. */
export const threads = defineCollection('threads', Thread)
export const replies = defineCollection('replies', Reply)
export const proposals = defineCollection('proposals', Proposal)
export const origins = defineCollection('origins', Origin)
