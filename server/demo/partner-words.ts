import type { PartnerFields } from '../../shared/tools/partners/schema'

type Said = Partial<
  Pick<PartnerFields, 'goals' | 'resources' | 'requirements' | 'measures' | 'populations' | 'skills' | 'backing' | 'pledgedAction'>
>

/** What some partners of the sample workshop said of themselves; the others have not said yet. */
const said: Readonly<Record<string, Said>> = {
  'Copper Basin Native Center': {
    goals: 'Members of our community in jobs that keep a family, close to home.',
    resources: 'Case managers, a meeting room, transport on two days a week.',
    populations: ['Tribal citizens', 'Parents who work'],
    skills: ['Facilitation', 'Case management'],
  },
  'Copper County One Stop': {
    goals: 'People who come once for work and find a path, not a list.',
    resources: 'Labour market figures, job placement, training funds.',
    measures: 'Entered employment, retention after six months.',
    requirements: 'Funds are for people who are registered with us.',
    skills: ['Labour market data', 'Employer outreach'],
  },
  'Copper Basin Community College': {
    goals: 'Students who finish a health certificate and go on.',
    resources: 'Instructors, a skills lab, credit for earlier learning.',
    measures: 'Completion, transfer, licensure.',
    skills: ['Curriculum design'],
  },
  'Copper Basin Community College Adult Basic Education': {
    goals: 'Adults who read well enough for the certificate they want.',
    populations: ['Adults without a diploma', 'English learners'],
    skills: ['Teaching reading', 'Bilingual teaching'],
  },
  'Basin Physicians Healthcare': {
    goals: 'Staff who stay longer than a year.',
    resources: 'Clinical placements, two preceptors.',
    backing: 'champion',
    pledgedAction: 'Speaks for the effort to the other clinics and opens ten placements a year.',
  },
  "Heron's Bend Nation Workforce Program (WIA)": {
    goals: 'Our citizens trained without leaving the reservation for months.',
    populations: ['Tribal citizens'],
  },
}

/** What a partner said, if it did. */
export function saidBy(name: string): Said {
  return said[name] ?? {}
}
