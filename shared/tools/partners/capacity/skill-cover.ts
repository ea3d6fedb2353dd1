import { nameKey } from '../../../doc/name-key'
import { byOrder } from '../../../doc/order'
import { joined } from '../../../doc/words'
import type { Partner } from '../schema'
import { onRoster } from '../selectors'
import type { Learning, LearningFields, Skill } from './schema'

/** From here on a partner does it without help. */
const hasIt = 3
/** From here on it can teach it. */
const teachesIt = 4

/** One skill that the work asks for, with who has it. */
export interface SkillCover {
  readonly skill: Skill
  /** Those who can teach it first. */
  readonly holders: readonly Partner[]
  readonly teachers: readonly Partner[]
  /** Partners that need it for their part. */
  readonly needing: readonly Partner[]
  /** Those of them that do not have it. */
  readonly lacking: readonly Partner[]
}

/** A skill that nobody has, or that a partner needs and does not have. */
export interface SkillGap {
  readonly cover: SkillCover
  readonly words: string
  /** What is planned for it and not done yet. */
  readonly planned: readonly Learning[]
}

/** Every skill that the work asks for, in its order. */
export function skillCover(all: readonly Partner[], skills: readonly Skill[]): readonly SkillCover[] {
  const roster = onRoster(all)
  return [...skills].sort(byOrder).map((skill) => {
    const levelIs = (least: number) => roster.filter((partner) => (levelOf(skill, partner) ?? 0) >= least)
    const teachers = levelIs(teachesIt)
    const holders = levelIs(hasIt)
    const needing = roster.filter(({ id }) => skill.neededBy[id])
    return {
      skill,
      teachers,
      holders: [...teachers, ...holders.filter((partner) => !teachers.includes(partner))],
      needing,
      lacking: needing.filter((partner) => !holders.includes(partner)),
    }
  })
}

/** How well a partner has a skill: what was said of it here, else that its own row names the skill; undefined while nobody has said. */
export function levelOf(skill: Skill, partner: Partner): number | undefined {
  return skill.heldBy[partner.id] ?? (partner.skills?.some((name) => nameKey(name) === nameKey(skill.name)) ? hasIt : undefined)
}

/** The names of the skills that a partner has: what its row says, but not what was said otherwise since, and what was said beside it; undefined without any. */
export function skillsOf(partner: Partner, skills: readonly Skill[]): string[] | undefined {
  const asked = new Map(skills.map((skill) => [nameKey(skill.name), skill]))
  const own = (partner.skills ?? []).filter((name) => {
    const skill = asked.get(nameKey(name))
    return skill === undefined || (levelOf(skill, partner) ?? 0) >= hasIt
  })
  const known = new Set(own.map(nameKey))
  const said = [...skills].sort(byOrder).filter((skill) => (skill.heldBy[partner.id] ?? 0) >= hasIt && !known.has(nameKey(skill.name)))
  const all = [...own, ...said.map(({ name }) => name)]
  return all.length === 0 ? undefined : all
}

/** What is missing, skills that nobody has first. */
export function skillGaps(covers: readonly SkillCover[], learnings: readonly Learning[]): readonly SkillGap[] {
  const gaps = covers
    .filter(({ holders, lacking }) => holders.length === 0 || lacking.length > 0)
    .map((cover) => ({
      cover,
      words: gapInWords(cover),
      planned: learnings.filter(({ skillId, isDone }) => skillId === cover.skill.id && !isDone).sort(byOrder),
    }))
  const isWhole = ({ cover }: SkillGap) => cover.holders.length === 0
  return [...gaps.filter(isWhole), ...gaps.filter((gap) => !isWhole(gap))]
}

function gapInWords({ skill, holders, teachers, lacking }: SkillCover): string {
  const need = lacking.length === 0 ? '' : `${names(lacking)} ${lacking.length === 1 ? 'needs' : 'need'}`
  if (holders.length === 0) return `Nobody has “${skill.name}” yet.${need ? ` ${need} it.` : ''}`
  return `${need} “${skill.name}”. ${teachers.length > 0 ? `${names(teachers)} can teach it.` : `${names(holders)} ${holders.length === 1 ? 'has' : 'have'} it.`}`
}

/**
 * What follows from a gap: a pair where one can teach one or two, a training where one can teach more, a community of
 * practice where somebody has it and nobody teaches, and a workshop by somebody from outside where nobody has it.
 */
export function proposedLearning({ skill, holders, teachers, lacking }: SkillCover): LearningFields {
  const comes = (partners: readonly Partner[]) => Object.fromEntries(partners.map(({ id }) => [id, true as const]))
  const of = { skillId: skill.id, isDone: false, who: comes(lacking) }
  const [teacher] = teachers
  if (teacher) return { ...of, format: lacking.length <= 2 ? 'mentoring' : 'targeted-training', mentorId: teacher.id }
  if (holders.length > 0) return { ...of, format: 'community-of-practice', who: comes([...holders, ...lacking]) }
  return { ...of, format: 'skill-based-workshop' }
}

function names(partners: readonly Partner[]): string {
  return joined(partners.map(({ name }) => name))
}
