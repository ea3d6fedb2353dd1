import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ideas } from '../shared/tools/ideas/collections'
import { agenda } from '../shared/workshop/collections'
import { orderedAgenda } from '../shared/workshop/selectors'
import { ApiPerson } from './support/api-person'
import { Line } from './support/line'
import { openWorkshop } from './support/open-workshop'
import { allSaved, enterByLink, joinByCode } from './support/seat'
import { freePort, ServerProcess } from './support/server-process'

const outageMs = 60_000

test('a cut network loses no word of somebody who goes on typing', async ({ browser }) => {
  const line = await Line.open()
  const port = await freePort()
  line.leadTo(port)
  const server = await ServerProcess.start({ env: { PORT: `${port}`, PUBLIC_URL: `http://localhost:${line.port}` } })
  const { joinCode, host } = await openWorkshop(server.origin)
  const ideasPath = await pathOf(host, 'ideas')
  const guest = await (await browser.newContext()).newPage()
  await joinByCode(guest, server.origin, joinCode, 'Ben Whitehorse')
  await guest.goto(server.origin + ideasPath)
  await writeNote(guest, 'Before the network went')
  await allSaved(guest)

  line.cut()
  const until = Date.now() + outageMs
  let written = 0
  while (Date.now() < until) {
    await writeNote(guest, `Written offline, number ${++written}`)
    await guest.keyboard.type('one more, not yet posted', { delay: 90 })
    await guest.keyboard.press('Control+A')
  }
  await expect(guest.locator('[data-saved=offline], [data-saved=reconnecting]')).toBeAttached()
  await expect(guest.getByText(/kept on this device/).first()).toBeVisible()

  line.mend()
  await expect(guest.locator('[data-saved=saved]')).toBeAttached({ timeout: 30_000 })
  const board = await host.open('board')
  const texts = ideas.all(board).map(({ text }) => text)
  for (let number = 1; number <= written; number++) expect(texts).toContain(`Written offline, number ${number}`)
  expect(written).toBeGreaterThan(10)
  await end([guest.context()], [host], server)
  await line.close()
})

test('a server killed while five people type loses nothing that any of them saw as saved', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { joinCode, host } = await openWorkshop(server.origin)
  const ideasPath = await pathOf(host, 'ideas')
  const pages: Page[] = []
  for (const name of ['Amara Okafor', 'Ben Whitehorse', 'Tom Nakamura', 'Grace Lindqvist', 'Luis Ortega']) {
    const page = await (await browser.newContext()).newPage()
    await joinByCode(page, server.origin, joinCode, name)
    await page.goto(server.origin + ideasPath)
    pages.push(page)
  }
  const seenAsSaved: string[] = []
  const typing = pages.map(async (page, index) => {
    for (let number = 1; number <= 6; number++) {
      const text = `Person ${index + 1} wrote number ${number}`
      await writeNote(page, text)
      await allSaved(page)
      seenAsSaved.push(text)
    }
    await writeNote(page, `Person ${index + 1} was still writing`)
  })
  await Promise.all(typing)
  await server.kill()
  // What the devices still hold must not help: only the disk may answer.
  for (const page of pages) await page.context().close()
  await server.restart()

  const reader = await ApiPerson.join(server.origin, joinCode, 'A late reader')
  const texts = ideas.all(await reader.open('board')).map(({ text }) => text)
  expect(seenAsSaved).toHaveLength(30)
  for (const text of seenAsSaved) expect(texts).toContain(text)
  await end([], [host, reader], server)
})

test('a facilitator whose browser dies in the middle of a round is back in control within ten seconds', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { links, host } = await openWorkshop(server.origin)
  const votesPath = await pathOf(host, 'votes')
  const { body } = await host.workshop('POST', '/rounds', {
    question: 'Which theme comes first?',
    method: 'dots',
    options: [{ label: 'One front door' }, { label: 'Every step counts' }],
    dots: 1,
    secret: true,
  })
  await host.workshop('POST', `/rounds/${body.roundId}/open`)
  const first = await (await browser.newContext()).newPage()
  await enterByLink(first, links.host)
  await first.goto(server.origin + votesPath)
  await expect(first.getByRole('button', { name: /close the vote/i }).first()).toBeVisible()
  await first.context().close()

  const started = performance.now()
  const second = await (await browser.newContext()).newPage()
  await enterByLink(second, links.host)
  await second.goto(server.origin + votesPath)
  await second
    .getByRole('button', { name: /close the vote/i })
    .first()
    .click()
  await second.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
  await expect.poll(async () => (await host.workshop('GET', `/rounds/${body.roundId}`)).body.state).not.toBe('open')
  expect(performance.now() - started).toBeLessThan(10_000)
  await end([second.context()], [host], server)
})

/** The address of the agenda's first step with a tool. */
async function pathOf(person: ApiPerson, tool: string): Promise<string> {
  const record = await person.open('record')
  const step = orderedAgenda(agenda.all(record)).find((each) => each.tool === tool)
  return `/w/${person.workshopId}/${step?.id}`
}

async function writeNote(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: /note/i }).first()
  if (!(await composer.isVisible()))
    await page
      .getByRole('button', { name: /add a note/i })
      .first()
      .click()
  await composer.fill(text)
  await composer.press('Enter')
  await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
}

async function end(contexts: readonly BrowserContext[], people: readonly ApiPerson[], server: ServerProcess): Promise<void> {
  for (const context of contexts) await context.close()
  for (const person of people) person.leave()
  await server.stop()
}
