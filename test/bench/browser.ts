import { type Browser, chromium, type Page } from '@playwright/test'
import { ApiPerson } from '../../e2e/support/api-person'
import { openWorkshop } from '../../e2e/support/open-workshop'
import type { ServerProcess } from '../../e2e/support/server-process'
import { newId } from '../../shared/doc/ids'
import { ordersAfter } from '../../shared/doc/order'
import { ideas } from '../../shared/tools/ideas/collections'
import { agenda } from '../../shared/workshop/collections'
import { subjectOf } from '../../shared/workshop/subject'
import { findBrowser } from '../support/browser.mjs'
import { type Figure, median, percentile } from './figures'
import { measurePhone } from './phone'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const laptop = { width: 1440, height: 900 }

/** What a person feels: the first screens on a slow phone, typing and scrolling on a full board. */
export async function measureBrowser(server: ServerProcess): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: (await findBrowser()) || undefined, args: flags })
  try {
    return [...(await measurePhone(browser, server)), ...(await fullBoard(browser, server))]
  } finally {
    await browser.close()
  }
}

async function fullBoard(browser: Browser, server: ServerProcess): Promise<Figure[]> {
  const { workshopId, joinCode, host } = await openWorkshop(server.origin)
  const record = await host.open('record')
  const step = agenda.all(record).find(({ tool }) => tool === 'ideas')
  if (!step) throw new Error('no ideas step')
  const writer = await ApiPerson.join(server.origin, joinCode, 'Note Writer')
  await fill(writer, subjectOf(step).id)
  await host.workshop('PUT', '/step', { stepId: step.id })

  const context = await browser.newContext({ viewport: laptop })
  const page = await context.newPage()
  await page.goto(`${server.origin}/j/${joinCode}`)
  await page.getByLabel(/your name/i).fill('Ben Whitehorse')
  await page.getByRole('button', { name: /^join/i }).click()
  await page.waitForURL(new RegExp(workshopId))
  await page
    .getByText(/^400 notes/)
    .first()
    .waitFor()
  const echo = await typingEcho(page)
  const frames = await scrollFrames(page)
  await context.close()
  host.leave()
  writer.leave()
  const slow = frames.filter((ms) => ms > 25).length / frames.length
  return [
    {
      what: 'typing echo on a board of 400 notes, key to painted frame (p95)',
      measured: `${percentile(echo, 0.95).toFixed(1)} ms`,
      target: '< 50 ms',
      met: percentile(echo, 0.95) < 50,
    },
    {
      what: 'scrolling a board of 400 notes: median frame, share of frames over 25 ms',
      measured: `${median(frames).toFixed(1)} ms, ${(slow * 100).toFixed(1)} %`,
      target: '<= 16.8 ms (60 frames/s)',
      met: median(frames) <= 16.8,
    },
  ]
}

async function fill(writer: ApiPerson, promptId: string): Promise<void> {
  const board = await writer.open('board')
  const orders = ordersAfter(null, 400)
  board.transact(() => {
    for (const [index, order] of orders.entries()) {
      const text = `A navigator who stays with you from the first class to the degree, number ${index}`
      const note = {
        id: newId('idea'),
        promptId,
        text,
        kind: 'idea',
        authorId: writer.participantId,
        clusterId: null,
        order,
        createdAtMs: Date.now(),
      }
      ideas.put(board, ideas.schema.parse(note))
    }
  })
}

/** Milliseconds from each key press until the frame that shows it. */
async function typingEcho(page: Page): Promise<number[]> {
  await page
    .getByRole('button', { name: /add a note/i })
    .first()
    .click()
  await page.evaluate(() => {
    const echo: number[] = []
    Object.assign(window, { echo })
    document.addEventListener(
      'keydown',
      () => {
        const pressed = performance.now()
        requestAnimationFrame(() => setTimeout(() => echo.push(performance.now() - pressed)))
      },
      true,
    )
  })
  await page.keyboard.type('Every certificate counts toward the next one, wherever you start.', { delay: 60 })
  return page.evaluate(() => (window as unknown as { echo: number[] }).echo) // set just above
}

/** Milliseconds between frames while the stage scrolls for three seconds. A string, since a compiled function would bring helpers that the page lacks. */
function scrollFrames(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const stage = document.querySelector('.stage') ?? document.documentElement
    const frames = []
    const started = performance.now()
    let last = started
    requestAnimationFrame(function step(now) {
      frames.push(now - last)
      last = now
      stage.scrollTop = (stage.scrollTop + 24) % Math.max(1, stage.scrollHeight - stage.clientHeight)
      if (now - started < 3000) requestAnimationFrame(step)
      else resolve(frames.slice(1))
    })
  })`)
}
