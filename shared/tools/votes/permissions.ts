import { everyone, facilitators, permissionTable } from '../../access/permission'

/** Who may do what to a round. Who may cast is a question of eligibility: see `isEligible`. */
export const can = permissionTable({
  'votes/read': everyone,
  'votes/create': facilitators,
  'votes/open': facilitators,
  'votes/close': facilitators,
  'votes/cancel': facilitators,
  'votes/see-who-finished': facilitators,
  'votes/record': facilitators,
  'votes/reveal': facilitators,
})
