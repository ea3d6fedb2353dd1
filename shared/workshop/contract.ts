import { entranceContract } from './entrance-contract'
import { leadingContract } from './leading-contract'
import { peopleContract } from './people-contract'

/** The kernel's own endpoints. Source: HOUSE section 6. */
export const workshopContract = { ...entranceContract, ...leadingContract, ...peopleContract } as const
