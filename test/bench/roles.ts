import { chromium, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { openRoleChart, type RoleChart } from '../../e2e/support/role-chart'
import type { ServerProcess } from '../../e2e/support/server-process'
import { duties } from '../../shared/tools/roles/collections'
import { setCell } from '../../shared/tools/roles/commands'
import { modelOf } from '../../shared/tools/roles/models'
import { findingsOf } from '../../shared/tools/roles/rules'
import type { Duty } from '../../shared/tools/roles/schema'
import { dutiesOf, inReadingOrder } from '../../shared/tools/roles/selectors'
import { person } from '../support/boards'
import { findBrowser } from '../support/browser.mjs'
import { addFullChart, addManyPartners } from '../support/full-chart'
import { type Connection, createDevice } from '../support/server'
import { type Figure, median, percentile } from './figures'

const rows = 100
const columns = 60
const editors = 25
/** How often each of them fills a cell. */
const editEveryMs = 1_000
const remoteEdits = 60
const openings = 5

/** A chart of 100 responsibilities by 60 partners with every cell filled: to open, to edit, and to edit together. */
export async function measureRoles(server: ServerProcess): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: (await findBrowser()) || undefined, args: ['--no-sandbox', '--disable-gpu'] })
  const connections = new Set<Connection>()
  try {
    const opened = await openRoleChart(browser, server.origin, rows, columns)
    const opening = await measureOpening(opened)
    const echo = await measureEcho(opened.page)
    const remote = await measureRemote(await withEditors(opened, server.origin, connections))
    opened.host.leave()
    return [measureFindings(), ...opening, echo, ...remote]
  } finally {
    for (const connection of connections) connection.destroy()
    await browser.close()
  }
}

interface OpenChart extends RoleChart {
  readonly editors: readonly Connection[]
  readonly duties: readonly Duty[]
}

async function withEditors(chart: RoleChart, origin: string, connections: Set<Connection>): Promise<OpenChart> {
  const boards = await Promise.all(
    Array.from({ length: editors }, async (_, index) => {
      const device = createDevice(origin, connections)
      await device.post(`/api/workshops/${chart.workshopId}/join`, { code: chart.joinCode, name: `Person ${index}` })
      return device.connect(`${chart.workshopId}/board`)
    }),
  )
  for (const board of boards) await board.synced()
  return { ...chart, editors: boards, duties: inReadingOrder(dutiesOf(duties.all(chart.board), chart.chartId)) }
}

/** From the press on the step to the frame that shows the chart; and from a page that is asked for anew. */
async function measureOpening({ page, urls }: RoleChart): Promise<Figure[]> {
  const linkTo = (url: string) => `a[href="${new URL(url).pathname}"]`
  await page.goto(urls.partners)
  await page.getByRole('rowheader').first().waitFor()
  await page.locator(linkTo(urls.roles)).first().waitFor()
  const times: number[] = []
  for (let opening = 0; opening < openings; opening++) {
    times.push(await page.evaluate<number>(untilPainted(`document.querySelector('${linkTo(urls.roles)}').click()`)))
    await page.locator(linkTo(urls.partners)).first().click()
    await page.locator('.roles-table').waitFor({ state: 'detached' })
  }
  const anew: number[] = []
  for (let opening = 0; opening < openings; opening++) {
    await page.goto(urls.roles, { waitUntil: 'commit' })
    await page.locator('td[data-row="0"][data-column="0"]').waitFor()
    anew.push(await page.evaluate<number>(`new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))`))
  }
  const most = Math.max(...times)
  return [
    {
      what: `a chart of ${rows} x ${columns} is painted after the press on its step (median / most of ${openings})`,
      measured: `${median(times).toFixed(0)} / ${most.toFixed(0)} ms`,
      target: '< 500 ms',
      met: most < 500,
    },
    {
      what: `the same from a page that is asked for anew, scripts and documents included (median of ${openings})`,
      measured: `${median(anew).toFixed(0)} ms`,
      target: 'no target',
      met: true,
    },
  ]
}

/** A string, since a compiled function would bring helpers that the page lacks. */
function untilPainted(act: string): string {
  return `new Promise((done) => {
    const started = performance.now()
    const look = () => document.querySelector('td[data-row="0"][data-column="0"]')
      ? setTimeout(() => done(performance.now() - started))
      : requestAnimationFrame(look)
    ${act}
    requestAnimationFrame(look)
  })`
}

/** From a typed letter to the frame that shows it. */
async function measureEcho(page: Page): Promise<Figure> {
  await page.evaluate(`
    window.echo = []
    document.addEventListener('keydown', () => {
      const pressed = performance.now()
      requestAnimationFrame(() => setTimeout(() => window.echo.push(performance.now() - pressed)))
    }, true)
  `)
  await page.locator('td[data-row="2"][data-column="2"]').click()
  await page.keyboard.press('Escape')
  for (let key = 0; key < 60; key++) {
    await page.keyboard.press(['r', 'c', 'i'][key % 3] ?? 'r', { delay: 20 })
    await page.waitForTimeout(60)
  }
  const echo = await page.evaluate<number[]>('window.echo')
  const p95 = percentile(echo, 0.95)
  return {
    what: `a letter typed into a cell of ${rows} x ${columns} is painted (p50 / p95)`,
    measured: `${percentile(echo, 0.5).toFixed(1)} / ${p95.toFixed(1)} ms`,
    target: 'p95 < 50 ms',
    met: p95 < 50,
  }
}

/** From a letter that one of 25 people who all fill cells writes, to the others' documents and to a browser's screen. */
async function measureRemote({ page, editors: boards, duties: all, parties }: OpenChart): Promise<Figure[]> {
  const [measured, ...others] = boards
  const target = all[4]?.id
  const party = parties[3]
  if (!measured || !target || !party) throw new Error('the chart is not there')
  const marks = 'RCI'
  /** When the letter of each number left. */
  const sentAt: number[] = []
  const reached: number[] = []
  for (const { doc } of others) {
    let seen = 0
    duties.live(doc).subscribe(() => {
      if (duties.live(doc).get(target)?.cells[party] === marks[sentAt.length % 3] && seen < sentAt.length) {
        reached.push(Date.now() - (sentAt[sentAt.length - 1] ?? 0))
        seen = sentAt.length
      }
    })
  }
  await page.evaluate(`
    window.painted = []
    new MutationObserver(() => {
      const text = document.querySelector('td[data-row="4"][data-column="3"]')?.textContent
      if (text === window.lastText) return
      window.lastText = text
      requestAnimationFrame(() => setTimeout(() => window.painted.push([text, Date.now()])))
    }).observe(document.querySelector('.roles-table'), { subtree: true, childList: true, characterData: true })
  `)
  const hands = others.map(({ doc }, index) => {
    let turn = index * 31
    return setInterval(
      () => {
        turn += 7
        const duty = all[5 + (turn % (rows - 5))]
        if (duty)
          setCell(doc, person('bench'), { dutyId: duty.id, party: parties[turn % columns] ?? '', letters: [marks[turn % 3] ?? 'R'] }, 0)
      },
      editEveryMs * (0.8 + (0.4 * index) / editors),
    )
  })
  for (let edit = 0; edit < remoteEdits; edit++) {
    sentAt.push(Date.now())
    setCell(measured.doc, person('bench'), { dutyId: target, party, letters: [marks[sentAt.length % 3] ?? 'R'] }, 0)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  for (const hand of hands) clearInterval(hand)
  const painted = await page.evaluate<[string, number][]>('window.painted')
  // Each letter differs from the one before, so the next painting of it is the one that was asked for.
  const shown = sentAt.flatMap((at, index) => {
    const mark = painted.find(([text, when]) => when >= at && text === marks[(index + 1) % 3])
    return mark ? [mark[1] - at] : []
  })
  return [
    remoteFigure('is in the others’ documents', reached, remoteEdits * others.length),
    remoteFigure('is painted in a browser', shown, remoteEdits),
  ]
}

function remoteFigure(what: string, samples: readonly number[], expected: number): Figure {
  const p95 = percentile(samples, 0.95)
  return {
    what: `a cell that one of ${editors} editors fills ${what} (p50 / p95; ${samples.length} of ${expected})`,
    measured: `${percentile(samples, 0.5).toFixed(0)} / ${p95.toFixed(0)} ms`,
    target: 'p95 < 300 ms',
    met: p95 < 300 && samples.length === expected,
  }
}

function measureFindings(): Figure {
  const board = new Y.Doc()
  const ids = addManyPartners(board, person('bench'), columns)
  addFullChart(board, 'chart_bench', rows, ids)
  const all = duties.all(board)
  const parties = ids.map((id, index) => ({ id, name: `Partner ${index}`, sector: '', level: '', hoursPerMonth: index }))
  const times = Array.from({ length: 60 }, () => {
    const beganMs = performance.now()
    findingsOf(modelOf('raci'), all, parties)
    return performance.now() - beganMs
  })
  const p95 = percentile(times, 0.95)
  return {
    what: `the findings of a chart of ${rows} x ${columns} (p50 / p95)`,
    measured: `${percentile(times, 0.5).toFixed(1)} / ${p95.toFixed(1)} ms`,
    target: '< 16 ms',
    met: p95 < 16,
  }
}
