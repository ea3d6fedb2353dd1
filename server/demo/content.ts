import type { IdeaKind } from '../../shared/tools/ideas/schema'
import type { EffortFields, StageId } from '../../shared/tools/service-map/schema'
import type { StageChanges } from '../../shared/tools/service-map/stage-commands'

export const title = 'Native Pathways to Caring Careers Network'
export const focusQuestion = 'What must be true for everyone here who wants a career in caring for others?'

/** Names that the group gave to the themes of the sample notes; notes of other themes are not yet sorted. */
export const clusterNames: Readonly<Record<string, string>> = {
  'one-front-door': 'One front door for every learner',
  navigation: 'Somebody who walks with you',
  stackable: 'Every step counts',
  'employer-voice': 'Employers who wrote the list',
  wraparound: 'Support that is there on day one',
  access: 'Classes where people are',
  culture: 'Culture as a strength',
  outcomes: 'Work that supports a family',
}

/** What a note of a theme is, unless its words say otherwise. */
export function kindOf(theme: string, text: string): IdeaKind {
  if (/\?/.test(text)) return 'question'
  if (theme === 'root-causes' || /^Transportation$|had to fill in/.test(text)) return 'barrier'
  return theme === 'culture' || theme === 'outcomes' ? 'strength' : 'idea'
}

export const vision =
  'Every Native adult in Copper Basin and the surrounding nations who wants a career in caring for others can start from where they stand, climb step by step, and be hired at a wage that supports a family.'

export const rivalVisions = [
  {
    title: 'Employer group',
    text: 'In Copper Basin, the people who care for us come from among us, are trained by all of us, and are paid what caring is worth.',
  },
  {
    title: 'Client services group',
    text: 'Nobody in the basin has to choose between feeding a family today and becoming the nurse, counselor or technician we need tomorrow.',
  },
]

export const mission =
  'We bring together tribal programs, colleges, agencies and employers to build and run career pathways that move Native adults from basic skills to lasting work in behavioral health.'

export const goals = [
  { title: 'First certificate tier', text: 'Twenty people finish the first certificate tier by the end of next year.' },
  { title: 'One shared intake', text: 'Three partners use one intake form by June, so that nobody tells their story twice.' },
  { title: 'Paid placements', text: 'Employers offer ten paid placements from week four of the first class.' },
]

export const dotQuestion = 'Which themes must the vision speak to first?'
export const recordedDecision = 'The vision begins with one front door, with steps that count, and with work that supports a family.'
export const openQuestion = 'Which goals do we start in the first twelve months?'
export const openOptions = [
  'One shared intake and navigator team',
  'Employer demand council, meeting quarterly',
  'Childcare and evening transport pilot',
  'Data agreement with tribal data governance',
  'Apprenticeships that count as college credit',
  'A public progress page, twice a year',
]

/** What guests answer when asked whether a wording resonates, in the order of the guests; the rest have not answered. */
export const visionAnswers = [
  { answer: 'resonates' },
  { answer: 'resonates' },
  { answer: 'live-with', reason: 'I would like the employers to be named.' },
  { answer: 'not-yet', reason: 'Families we see cannot get to class. Say that the path must be within reach.' },
  { answer: 'resonates' },
  { answer: 'resonates' },
  { answer: 'live-with' },
  { answer: 'resonates' },
] as const

export const missionAnswers = [
  { answer: 'resonates' },
  { answer: 'resonates' },
  { answer: 'resonates' },
  { answer: 'live-with', reason: 'Behavioral health first, and other fields soon.' },
  { answer: 'resonates' },
  { answer: 'resonates' },
  { answer: 'resonates' },
  { answer: 'resonates' },
  { answer: 'resonates' },
] as const

/** What the group found at stages of the service map, against what is needed. */
export const stageFindings: readonly ({ readonly id: StageId } & StageChanges)[] = [
  {
    id: 'stage_intake',
    strengths: 'Everybody who comes is seen, and nobody is sent away.',
    weaknesses: 'People tell the same story in up to five places.',
    gaps: 'One form that all partners accept.',
  },
  {
    id: 'stage_learn',
    needPerYear: 150,
    strengths: 'Every certificate counts towards the next one.',
    challenges: 'Classes are in Copper City; the last bus leaves at six.',
    gaps: 'Employers ask for supervised hours that nobody offers.',
  },
  { id: 'stage_stay', needPerYear: 200, weaknesses: 'Child care has the longest wait.' },
  { id: 'stage_move-up', needPerYear: 40, gaps: 'People who are hired lose their support here.' },
]

/** Of what somebody said “we have been doing that”, and how far the group has looked. */
export const efforts: readonly Omit<EffortFields, 'partnerId'>[] = [
  {
    label: 'Evening tutoring at the library',
    stageId: 'stage_stay',
    state: 'examined',
    findings: 'Two volunteers, eleven students last winter, nine of them passed. It stops when the grant for the lights ends.',
  },
  { label: 'Elders who mentor new nurses', stageId: 'stage_move-up', state: 'said' },
]
