import { permissionTable, writers } from '../../access/permission'

/** Who may change the roster; a lock of the tool comes on top. */
export const can = permissionTable({ 'partners/edit': writers })
