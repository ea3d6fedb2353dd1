import { everyone, facilitators, permissionTable } from '../../access/permission'

export const can = permissionTable({
  'document/export': everyone,
  'document/archive': everyone,
  'document/publish': facilitators,
})
