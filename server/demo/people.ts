/** Somebody in the sample workshop. All of them, and their organisations, are made up. */
export interface DemoPerson {
  readonly name: string
  readonly organisation: string
  readonly sector: string
  readonly level: string
  /** The role titles under which the sample notes were written. */
  readonly roleTitle: string
}

export const host = { name: 'Rosa Delgado', organisation: 'Copper Basin Native Center', roleTitle: 'Workforce Programs Director' } as const

/** Eleven people who join the host, in the order in which they come in. */
export const guests: readonly DemoPerson[] = [
  {
    name: 'Amara Okafor',
    organisation: 'Copper Basin Community College',
    sector: 'education',
    level: 'local',
    roleTitle: 'Dean of Health Programs',
  },
  {
    name: 'Ben Whitehorse',
    organisation: 'Cedar Wash Tribe Workforce Program (WIA)',
    sector: 'workforce-development',
    level: 'tribal',
    roleTitle: 'Workforce Program Manager',
  },
  {
    name: 'Tom Nakamura',
    organisation: 'Basin Physicians Healthcare',
    sector: 'employers',
    level: 'local',
    roleTitle: 'Talent Acquisition Manager',
  },
  {
    name: 'Grace Lindqvist',
    organisation: 'Copper Basin Native Center Client Services',
    sector: 'human-services',
    level: 'local',
    roleTitle: 'Case Management Supervisor',
  },
  {
    name: 'Luis Ortega',
    organisation: 'Copper Basin Community College Adult Basic Education',
    sector: 'education',
    level: 'local',
    roleTitle: 'Adult Education Program Coordinator',
  },
  {
    name: 'Denise Carter',
    organisation: 'Copper County One Stop',
    sector: 'workforce-development',
    level: 'local',
    roleTitle: 'One Stop Center Manager',
  },
  {
    name: 'Priya Raman',
    organisation: 'Local hospitals (employer feedback group)',
    sector: 'employers',
    level: 'local',
    roleTitle: 'Nurse Staffing Lead',
  },
  {
    name: 'Sam Kelly',
    organisation: 'Community mental health organizations (employer feedback group)',
    sector: 'employers',
    level: 'local',
    roleTitle: 'Clinical Supervisor',
  },
  { name: 'Joan Hale', organisation: 'Red Mesa Resort', sector: 'employers', level: 'tribal', roleTitle: 'Human Resources Director' },
  {
    name: 'Mateo Vargas',
    organisation: 'Copper Basin Native Center',
    sector: 'community-based-organizations',
    level: 'local',
    roleTitle: 'Community Liaison',
  },
  {
    name: 'Edith Wren',
    organisation: "Heron's Bend Nation Workforce Program (WIA)",
    sector: 'workforce-development',
    level: 'tribal',
    roleTitle: 'Program Officer',
  },
]
