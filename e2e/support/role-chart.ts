import type { Browser } from '@playwright/test'
import type { Actor } from '../../shared/access/actor'
import { ChartId } from '../../shared/tools/roles/schema'
import { agenda } from '../../shared/workshop/collections'
import { orderedAgenda } from '../../shared/workshop/selectors'
import { addFullChart, addManyPartners } from '../../test/support/full-chart'
import { ApiPerson } from './api-person'
import { keyOf } from './open-workshop'

export type RoleChart = Awaited<ReturnType<typeof openRoleChart>>

/** A workshop of a partners and a roles step whose chart is full, with its host in a browser. */
export async function openRoleChart(browser: Browser, origin: string, rows: number, columns: number) {
  const steps = ['Partners', 'Roles'].map((title) => ({ title, minutes: 10, tool: title.toLowerCase() }))
  const made = { title: 'A wide chart', agenda: { steps }, host: { name: 'Hanna Host' } }
  const { body } = await new ApiPerson(origin).request('POST', '/api/workshops', made)
  const workshopId = String(body.workshopId) as Actor['workshopId'] // HOUSE section 6
  const links = body.links as { readonly host: string }
  const host = await ApiPerson.enter(origin, workshopId, keyOf(links.host))
  const [partners, roles] = orderedAgenda(agenda.all(await host.open('record'))).map(({ id }) => id)
  const board = await host.open('board')
  const actor = { workshopId, id: host.participantId as Actor['id'], role: 'host' } as const // HOUSE section 6
  const parties = addManyPartners(board, actor, columns)
  // As the screen names the chart of a step.
  const chartId = ChartId.parse(`chart_${roles?.replace('step_', '')}`)
  addFullChart(board, chartId, rows, parties)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  for (const pair of host.cookie.split('; ')) {
    const [name = '', ...value] = pair.split('=')
    await context.addCookies([{ name, value: value.join('='), url: origin }])
  }
  const page = await context.newPage()
  const base = `${origin}/w/${workshopId}`
  const urls = { partners: `${base}/${partners}`, roles: `${base}/${roles}` }
  return { host, page, context, board, workshopId, joinCode: String(body.joinCode), parties, chartId, urls }
}
