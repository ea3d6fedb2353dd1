import { agenda } from '../../shared/workshop/collections'
import { orderedAgenda } from '../../shared/workshop/selectors'
import { subjectOf } from '../../shared/workshop/subject'
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
  const host = await ApiPerson.enter(origin, workshopId, keyOf(links.host))
  await writeOpenly(host)
  return { workshopId, links, joinCode: String(made.body.joinCode), host }
}

/** The plan's first notes begin in private; journeys that watch the board write openly. */
async function writeOpenly(host: ApiPerson): Promise<void> {
  const step = orderedAgenda(agenda.all(await host.open('record'))).find(({ tool }) => tool === 'ideas')
  if (!step) throw new Error('no ideas step')
  const { status } = await host.workshop('PUT', `/prompts/${subjectOf(step).id}/mode`, { writing: 'open', anonymous: false })
  if (status !== 200) throw new Error(`writing stays private: ${status}`)
}

/** The secret of a link, which stands only in its fragment. */
export function keyOf(link: string): string {
  return new URLSearchParams(new URL(link).hash.slice(1)).get('k') ?? ''
}
