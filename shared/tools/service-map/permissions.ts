import { permissionTable, writers } from '../../access/permission'

/** Who may change the map; a lock of the tool comes on top. */
export const can = permissionTable({ 'service-map/edit': writers })
