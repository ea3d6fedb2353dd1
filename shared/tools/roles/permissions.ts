import { facilitators, permissionTable, writers } from '../../access/permission'

/** Who may change a chart; a lock of the tool comes on top. */
export const can = permissionTable({
  'roles/edit': writers,
  // Begins a draft.
  'roles/put-to-group': facilitators,
})
