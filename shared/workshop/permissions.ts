import { everyone, facilitators, hostOnly, permissionTable } from '../access/permission'

/** Who may lead a workshop. The button and the server ask the same question. Source: THREATS section 7. */
export const can = permissionTable({
  'workshop/read': everyone,
  'workshop/leave': everyone,
  'workshop/rename-self': everyone,
  'workshop/set-step': facilitators,
  'workshop/edit-agenda': facilitators,
  'workshop/read-scripts': facilitators,
  'workshop/set-timer': facilitators,
  'workshop/lock': facilitators,
  'workshop/summon': facilitators,
  'workshop/invite': facilitators,
  'workshop/set-door': facilitators,
  'workshop/admit': facilitators,
  'workshop/restore': facilitators,
  'workshop/change-people': facilitators,
  'workshop/merge-people': facilitators,
  'workshop/hand-over': hostOnly,
})
export type WorkshopAction = Parameters<typeof can>[1]
