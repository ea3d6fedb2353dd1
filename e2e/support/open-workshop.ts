import { ApiPerson } from './api-person'

/** A fresh workshop on the "Shared vision in 90 minutes" plan, with its host over the API. */
export async function openWorkshop(origin: string, title = 'Copper Basin caring careers') {
  const anonymous = new ApiPerson(origin)
  const made = await anonymous.request('POST', '/api/workshops', {
    title,
    focusQuestion: 'What does an ordinary Tuesday look like when this has worked?',
    agenda: { template: 'shared-vision-90' },
    host: { name: 'Rosa Delgado', organisation: 'Copper Basin Native Center' },
  })
  if (made.status !== 201) throw new Error(`no workshop: ${JSON.stringify(made)}`)
  const links = made.body.links as { host: string; join: string; observe: string } // HOUSE section 6
  const workshopId = String(made.body.workshopId)
  return { workshopId, links, joinCode: String(made.body.joinCode), host: await ApiPerson.enter(origin, workshopId, keyOf(links.host)) }
}

/** The secret of a link, which stands only in its fragment. */
export function keyOf(link: string): string {
  return new URLSearchParams(new URL(link).hash.slice(1)).get('k') ?? ''
}
