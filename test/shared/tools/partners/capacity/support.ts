import * as Y from 'yjs'
import { learnings, skills } from '../../../../../shared/tools/partners/capacity/collections'
import { needSkills } from '../../../../../shared/tools/partners/capacity/commands'
import type { Skill } from '../../../../../shared/tools/partners/capacity/schema'
import { skillCover, skillGaps } from '../../../../../shared/tools/partners/capacity/skill-cover'
import { partners } from '../../../../../shared/tools/partners/collections'
import { addPartner } from '../../../../../shared/tools/partners/commands'
import { rosa } from '../support'

/** A board with a college, a hospital (an employer) and a county, and with skills asked for by name. */
export function capacityBoard(...names: readonly string[]) {
  const board = new Y.Doc()
  const college = addPartner(board, rosa, {
    name: 'Valley College',
    sector: 'education',
    seats: [],
    skills: ['Grant writing'],
    hoursPerMonth: 20,
  })
  const hospital = addPartner(board, rosa, { name: 'Valley Hospital', sector: 'employers', seats: [], hoursPerMonth: 2 })
  const county = addPartner(board, rosa, { name: 'County Services', sector: 'human-services', seats: [] })
  needSkills(board, rosa, names)
  return { board, college, hospital, county }
}

/** A skill of a board by name. */
export function skillOf(board: Y.Doc, name: string): Skill {
  const skill = skills.all(board).find((each) => each.name === name)
  if (!skill) throw new Error(`no skill ${name}`)
  return skill
}

/** What is missing on a board. */
export const gapsOf = (board: Y.Doc) => skillGaps(skillCover(partners.all(board), skills.all(board)), learnings.all(board))
