import { facilitators, permissionTable, writers } from '../../access/permission'

/** Who may change the roster, where a lock of the tool comes on top, and who leads what concerns all partners. */
export const can = permissionTable({
  'partners/edit': writers,
  'partners/link': facilitators,
  'partners/pulse': [...writers, 'voter'],
  'partners/review': facilitators,
  'partners/choose-intermediary': facilitators,
})
