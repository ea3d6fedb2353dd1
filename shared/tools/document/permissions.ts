import { everyone, facilitators, permissionTable } from '../../access/permission'

export const can = permissionTable({
  'document/export': everyone,
  'document/archive': facilitators,
  'document/publish': facilitators,
})
