import type { Party } from '../tool'
import { pledgesOf } from './fields'
import type { Partner } from './schema'

/** A partner as other tools see it. */
export function partyOf(partner: Partner, isIntermediary: boolean): Party {
  const { id, name, sector = '', level = '' } = partner
  return { id, name, sector, level, ...(isIntermediary ? { isIntermediary } : {}), ...saidBy(partner) }
}

/** Only what somebody has said: a field that is not there stays away. */
function saidBy(partner: Partner): Partial<Party> {
  const { team, hoursPerMonth, contact, people, skills, populations, seats, goals, resources, measures, requirements, backing } = partner
  const pledges = pledgesOf(partner)
  const said = { team, hoursPerMonth, contact, people, skills, populations, goals, resources, measures, requirements, backing }
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    ...(seats.length > 0 ? { seats } : {}),
    ...(pledges.length > 0 ? { pledges } : {}),
  }
}
