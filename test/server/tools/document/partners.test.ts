import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../shared/access/actor'
import { needSkills, planMeeting } from '../../../../shared/tools/partners/capacity/commands'
import { addPartner } from '../../../../shared/tools/partners/commands'
import { movePartner } from '../../../../shared/tools/partners/moving'
import { addPopulation } from '../../../../shared/tools/partners/seating'
import { readPdf } from '../../../support/document/pdf'
import { type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../support/server'

let server: TestServer
let workshop: OpenedWorkshop

beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop('Copper Basin')
  await fillRoster()
  await chooseIntermediary()
})
afterAll(() => server.close())

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`

/** One partner with everything that can be said of it, a move, a population, and capacity. */
async function fillRoster(): Promise<void> {
  const host: Actor = {
    workshopId: `ws_${workshop.workshopId.slice('ws_'.length)}`,
    id: `p_${workshop.participantId.slice('p_'.length)}`,
    role: 'host',
  }
  const room = workshop.host.connect(`${workshop.workshopId}/board`)
  await room.synced()
  const id = addPartner(room.doc, host, {
    name: 'Valley College',
    sector: 'education',
    level: 'local',
    seats: ['local-community-college'],
    contact: 'Dean of health',
    hoursPerMonth: 12,
    people: ['Denise Carter, Dean'],
    goals: 'Graduates who find work',
    resources: 'Two classrooms',
    measures: 'Completion within a year',
    requirements: 'No fees for parents',
    populations: ['Farm workers'],
    skills: ['Data analysis'],
    backing: 'champion',
    pledgedAction: 'Opens a night course',
    pledgedMoney: '20 000 a year',
    pledgedLegislation: 'Backs the childcare bill',
    note: 'Closed in July',
  })
  movePartner(room.doc, host, id, 'leadership', { on: '2026-11-20', reason: 'Took over the pilot' })
  addPopulation(room.doc, host, 'Veterans', ['Veterans office'])
  needSkills(room.doc, host, ['Grant writing'])
  planMeeting(room.doc, host, { objective: 'Agree the budget', on: '2026-12-01', minutes: 90, invited: { [id]: 2 } })
  await room.allSaved()
  room.destroy()
}

async function chooseIntermediary(): Promise<void> {
  const ben = await workshop.join('Ben')
  const options = [{ label: 'Valley College', ref: { collection: 'partners', id: await partnerId() } }, { label: 'Nobody yet' }]
  const wish = { question: 'Who coordinates?', method: 'dots', secret: false, dots: 3, options }
  const round = (await workshop.host.post(at('/rounds'), wish)).body
  await workshop.host.post(at(`/rounds/${round.roundId}/open`))
  const allocation = { [round.options[0].id]: 1 }
  await ben.put(at(`/rounds/${round.roundId}/ballot`), { idempotencyKey: 'once-only-1', baseVersion: 0, allocation, done: true })
  await workshop.host.post(at(`/rounds/${round.roundId}/close`))
  await until(async () => (await workshop.host.get(at(`/rounds/${round.roundId}`))).body.state === 'closed', 'the close of the vote')
  expect((await workshop.host.put(at('/intermediary'), { roundId: round.roundId, people: [] })).status).toBe(200)
}

function partnerId(): Promise<string> {
  return server.app.context.readDoc(`${workshop.workshopId}/board`, (doc) => String([...doc.getMap('partners').keys()][0]))
}

async function bytesOf(format: string): Promise<Uint8Array> {
  const response = await fetch(`${server.origin}${at(`/document.${format}`)}`, { headers: { cookie: workshop.host.cookie } })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

/** What a reader of each format finds in it, with one space between words. */
async function textOf(format: string): Promise<string> {
  const bytes = await bytesOf(format)
  if (format === 'pdf') return (await readPdf(bytes)).text.replace(/\s+/g, ' ')
  if (format !== 'docx') return strFromU8(bytes).replace(/\s+/g, ' ')
  const word = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return word.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

const blocks = {
  roster: ['Partners by sector', 'Dean of health', 'Hours a month'],
  'what each brings and needs': [
    'Denise Carter, Dean',
    'Graduates who find work',
    'Two classrooms',
    'Completion within a year',
    'No fees for parents',
    'Farm workers',
    'Data analysis',
    'Closed in July',
  ],
  pledges: ['Opens a night course', '20 000 a year', 'Backs the childcare bill', 'champion'],
  rings: ['Team rings', 'Leadership (1)'],
  moves: ['Moves between rings', 'Took over the pilot'],
  coverage: ['Who holds which seat', 'nobody yet', 'Missing voices'],
  populations: ['Populations the work is for', 'Veterans', 'Nobody says that it serves them yet'],
  intermediary: ['Intermediary', 'chosen by the vote', 'Who coordinates?'],
  capacity: ['Skills that the work asks for', 'Grant writing', 'What their hours allow', 'What meetings take', 'Agree the budget'],
}

describe('the chapter on partners', () => {
  it.each(['docx', 'pdf', 'md', 'html', 'json'])('[PARTNERS-73] has every block in %s', async (format) => {
    const text = plainWords(await textOf(format))
    for (const [block, words] of Object.entries(blocks))
      for (const each of words) expect({ block, each, isThere: text.includes(plainWords(each)) }).toEqual({ block, each, isThere: true })
  })
})

/** Without the marks with which Markdown keeps signs from being marks. */
function plainWords(text: string): string {
  return text.replaceAll('\\', '')
}
