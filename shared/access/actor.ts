import { z } from 'zod'
import { idSchema } from '../doc/ids'

/** From most to least rights. On screen: Host, Facilitator, Participant, Voter, Observer. */
export const roles = ['host', 'facilitator', 'contributor', 'voter', 'observer'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

export const roleLabels: Record<Role, string> = {
  host: 'Host',
  facilitator: 'Facilitator',
  contributor: 'Participant',
  voter: 'Voter',
  observer: 'Observer',
}

export const WorkshopId = idSchema('ws')
export type WorkshopId = z.infer<typeof WorkshopId>

export const ParticipantId = idSchema('p')
export type ParticipantId = z.infer<typeof ParticipantId>

/** Who acts: an admitted participant of one workshop, with the role as it is now. */
export interface Actor {
  readonly workshopId: WorkshopId
  readonly id: ParticipantId
  readonly role: Role
}

/** Whether `role` has at least the rights of `least`. */
export function atLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(least)
}
