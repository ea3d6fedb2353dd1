import { everyone, facilitators, permissionTable, writers } from '../../access/permission'

/** Who may do what to a wording. Who may write in it is the right on its document. */
export const can = permissionTable({
  'drafts/read': everyone,
  'drafts/create': facilitators,
  'drafts/create-rival': writers,
  'drafts/change': facilitators,
  'drafts/adopt': facilitators,
  'drafts/revise': facilitators,
  'drafts/name-version': writers,
  'drafts/restore-version': writers,
})
