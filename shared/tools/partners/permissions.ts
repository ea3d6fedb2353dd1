import { facilitators, permissionTable, writers } from '../../access/permission'

/** Who may change the roster, where a lock of the tool comes on top, and who gives partners the link to their own row. */
export const can = permissionTable({ 'partners/edit': writers, 'partners/link': facilitators })
