import { doorContract } from './door-contract'
import { entranceContract } from './entrance-contract'
import { inviteContract } from './invite-contract'
import { leadingContract } from './leading-contract'
import { peopleContract } from './people-contract'
import { seatContract } from './seat-contract'

/** The kernel's own endpoints. Source: HOUSE section 6. */
export const workshopContract = {
  ...entranceContract,
  ...seatContract,
  ...leadingContract,
  ...peopleContract,
  ...doorContract,
  ...inviteContract,
} as const
