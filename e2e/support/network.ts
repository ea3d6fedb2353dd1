import { ApiPerson } from './api-person'

/** Who comes over the public API: nine people of nine organisations around one table. */
const people = [
  ['Joan Kawaika', 'Copper County One Stop'],
  ['Eli Begay', 'Copper Basin Community College'],
  ['Grace Lindqvist', 'Basin Physicians Healthcare'],
  ['Tomás Rivera', 'Red Mesa Resort'],
  ['Nora Chee', 'Cedar Wash Tribe Workforce Program'],
  ['Sam Osei', 'Heron’s Bend Nation Workforce Program'],
  ['Lucía Ferrer', 'Community mental health'],
  ['Henry Tso', 'Local hospitals'],
  ['Mei Tanaka', 'Federal Apprenticeship Office'],
] as const

/** Nine people who join by the code, each as their own program. */
export async function nineOthers(origin: string, code: string): Promise<readonly ApiPerson[]> {
  const joined: ApiPerson[] = []
  for (const [name, organisation] of people) joined.push(await ApiPerson.join(origin, code, name, organisation))
  return joined
}
