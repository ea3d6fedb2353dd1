import { everyone, facilitators, permissionTable, writers } from '../../access/permission'

/** Who may do what to a round. Who may cast is a question of eligibility: see `isEligible`. */
export const can = permissionTable({
  'votes/read': everyone,
  'votes/create': facilitators,
  'votes/open': facilitators,
  'votes/close': facilitators,
  'votes/cancel': facilitators,
  'votes/settle': facilitators,
  'votes/lead-consent': facilitators,
  'votes/mark-sense': facilitators,
  'votes/see-who-finished': facilitators,
  'votes/record': facilitators,
  /** Others read it once the workshop has a public page. */
  'votes/read-ledger': writers,
  'votes/reveal': facilitators,
  /** Closing a concern is its author's alone, which no role gives. */
  'votes/answer-concern': writers,
  'votes/record-author-left': facilitators,
})
