import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ApiPerson } from './support/api-person'
import { keyOf } from './support/open-workshop'
import { ServerProcess } from './support/server-process'

const samples = join(import.meta.dirname, '..', 'server', 'demo', 'copper-basin')

/** A workshop of one partners and one roles step, with its host in a browser. */
async function openSteps(browser: Browser, origin: string) {
  const made = await new ApiPerson(origin).request('POST', '/api/workshops', {
    title: 'Caring careers',
    agenda: {
      steps: [
        { title: 'Partners', minutes: 15, tool: 'partners' },
        { title: 'Roles', minutes: 30, tool: 'roles' },
      ],
    },
    host: { name: 'Rosa Delgado', organisation: 'Copper Basin Native Center' },
  })
  const links = made.body.links as { host: string; observe: string } // HOUSE section 6
  const workshopId = String(made.body.workshopId)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(links.host)
  await expect(page.getByRole('heading', { level: 1, name: 'Partners' })).toBeVisible()
  const read = await (await ApiPerson.enter(origin, workshopId, keyOf(links.host))).workshop('GET')
  const [partners, roles] = (read.body.agenda as { id: string }[]).map(({ id }) => `${origin}/w/${workshopId}/${id}`)
  return { workshopId, links, joinCode: String(made.body.joinCode), context, page, urls: { partners: partners ?? '', roles: roles ?? '' } }
}

async function importFile(page: Page, file: string, leaveEmpty = 0) {
  await page.getByLabel('CSV file').setInputFiles(file)
  for (let left = leaveEmpty; left > 0; left--)
    await page
      .getByRole('button', { name: /^Leave (empty|row out)$/ })
      .first()
      .click()
  await page.getByRole('button', { name: /^Import \d+ rows?$/ }).click()
}

async function expectAccessible(page: Page) {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
}

/** Brings an end of the chart into view, as a hand on the keyboard would; cells that cannot be seen are not in the page. */
async function bring(page: Page, key: 'Control+Home' | 'Control+End') {
  await page.locator('td[tabindex="0"]').focus()
  await page.keyboard.press(key)
}

const cell = (page: Page, row: number, column: number) => page.locator(`td[data-row="${row}"][data-column="${column}"]`)

test('partners come in from a file, are looked over, moved between rings and taken out again', async ({ browser }, info) => {
  const server = await ServerProcess.start()
  try {
    const { page, context } = await openSteps(browser, server.origin)
    await page.getByRole('button', { name: 'Import a CSV file' }).click()

    await test.step('[PARTNERS-16] files that cannot be read are refused with a sentence', async () => {
      const write = (name: string, content: string | Buffer) => {
        const path = info.outputPath(name)
        writeFileSync(path, content)
        return path
      }
      const refusals: readonly (readonly [string, RegExp])[] = [
        [write('quote.csv', 'name,sector\nA,education\n"B,education\n'), /Line 3, column 1: a quotation mark/],
        [write('big.csv', Buffer.alloc(11 * 1024 * 1024, 97)), /11 MB/],
        [write('rows.csv', `name\n${'x\n'.repeat(6000)}`), /6000 rows/],
        [write('columns.csv', 'foo,bar\n1,2\n'), /No column holds the names/],
      ]
      for (const [path, message] of refusals) {
        await page.getByLabel('CSV file').setInputFiles(path)
        await expect(page.getByRole('dialog').getByText(message).first()).toBeVisible()
      }
      await page.getByLabel('CSV file').setInputFiles(write('latin1.csv', Buffer.from('name\nUniversité du Nord\n', 'latin1')))
      await expect(page.getByRole('dialog').getByText(/not UTF-8/)).toBeVisible()
      await expect(page.getByRole('cell', { name: 'Université du Nord' })).toBeVisible()
      await page.getByLabel('CSV file').setInputFiles(write('cells.csv', 'name,sector\nValley College,learning\n'))
      await expect(page.getByText('Line 2, sector:')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Import 1 row' })).toHaveAttribute('aria-disabled', 'true')
    })

    await importFile(page, join(samples, 'partners.csv'))
    await expect(page.getByRole('rowheader', { name: /Copper County One Stop/ })).toBeVisible()
    await expect(page.getByText(/No one speaks for economic development yet/)).toBeVisible()
    await expectAccessible(page)

    const row = page.getByRole('row', { name: /Red Mesa Resort/ })
    await test.step('[PARTNERS-15] a partner moves by menu and by drag', async () => {
      await row.scrollIntoViewIfNeeded()
      await row.getByRole('button', { name: /move Red Mesa Resort/ }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitemradio', { name: 'Stakeholders' }).press('Enter')
      await expect(row.getByText('Stakeholders')).toBeVisible()
      await page.locator('.rings-svg').scrollIntoViewIfNeeded()
      const node = await page.locator('.ring-node', { hasText: 'RMR' }).boundingBox()
      const rings = await page.locator('.rings-svg').boundingBox()
      if (!node || !rings) throw new Error('no rings')
      await page.mouse.move(node.x + node.width / 2, node.y + node.height / 2)
      await page.mouse.down()
      await page.mouse.move(rings.x + rings.width / 2, rings.y + rings.height * 0.62, { steps: 4 })
      await page.mouse.up()
      await expect(row.getByText('Leadership')).toBeVisible()
      await expect(page.locator('.rings-svg')).toHaveAttribute('aria-label', /Leadership: [^.]*Red Mesa Resort/)
    })

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Import and download' }).click()
    await page.getByRole('menuitem', { name: 'Download as CSV' }).click()
    const csv = readFileSync(await (await download).path(), 'utf8')
    expect(csv.split('\r\n')[0]).toContain('name,sector,level,team,contact,capacity_hours_per_month')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(13)
    await context.close()
  } finally {
    await server.stop()
  }
})

test('a role chart comes in with its faults, is mended by keyboard by two people, and reads on a phone', async ({ browser }) => {
  const server = await ServerProcess.start()
  const contexts: BrowserContext[] = []
  try {
    const { page, context, urls, joinCode, workshopId, links } = await openSteps(browser, server.origin)
    contexts.push(context)
    await page.getByRole('button', { name: 'Import a CSV file' }).click()
    await importFile(page, join(samples, 'partners.csv'))
    await page.goto(urls.roles)
    await page.getByRole('button', { name: 'Import a CSV file' }).click()
    await importFile(page, join(samples, 'roles-flawed.csv'), 1)
    await expect(page.getByText('1 with two accountable')).toBeVisible()
    await expect(page.getByText('2 with nobody accountable')).toBeVisible()
    await expectAccessible(page)

    await test.step('[ROLES-18] the whole matrix by keyboard', async () => {
      await cell(page, 0, 0).focus()
      await page.keyboard.press('Control+End')
      await expect(cell(page, 17, 11)).toBeFocused()
      await page.keyboard.press('c')
      await expect(cell(page, 17, 11)).toHaveText('C')
      await page.keyboard.press('Delete')
      await expect(cell(page, 17, 11)).toHaveText('')
      await page.keyboard.press('Enter')
      await page.getByRole('menuitemradio', { name: 'Informed' }).press('Enter')
      await expect(cell(page, 17, 11)).toHaveText('I')
      await expect(cell(page, 17, 11)).toBeFocused()
    })

    await test.step('[ROLES-20] findings are mended where they stand', async () => {
      await page.getByRole('button', { name: 'Keep Copper County One Stop' }).click()
      await expect(page.getByText('1 with two accountable')).toHaveCount(0)
      const assign = page.getByRole('button', { name: 'Nobody is accountable yet. Assign' }).first()
      await assign.focus()
      await assign.press('Enter')
      await page.getByRole('menuitemradio', { name: /Copper Basin Native Center Client Services/ }).press('Enter')
      await expect(page.getByText('1 with nobody accountable')).toBeVisible()
    })

    const ben = await enter(browser, server.origin, workshopId, joinCode, 'Ben Whitehorse', { width: 1440, height: 900 })
    contexts.push(ben.context)
    await ben.page.goto(urls.roles)
    await bring(ben.page, 'Control+End')
    await expect(cell(ben.page, 17, 11)).toHaveText('I')
    for (const each of [page, ben.page]) await bring(each, 'Control+Home')

    await test.step('[ROLES-19] two accountables assigned offline are both kept, and the overtaken one is told', async () => {
      for (const each of [context, ben.context]) await each.setOffline(true)
      await cell(page, 1, 4).press('a')
      await cell(ben.page, 1, 5).press('a')
      for (const each of [context, ben.context]) await each.setOffline(false)
      for (const each of [page, ben.page]) {
        for (const column of [4, 5]) await expect(cell(each, 1, column)).toHaveText('A')
        await expect(each.getByText('1 with two accountable')).toBeVisible()
      }
      const told = async () =>
        (await page.getByText(/changed by Ben Whitehorse/).count()) + (await ben.page.getByText(/changed by Rosa Delgado/).count())
      await expect.poll(told).toBeGreaterThan(0)
    })

    await test.step('[ROLES-22] a lock leaves the chart readable and offers nothing to press', async () => {
      const lock = page.getByRole('button', { name: 'Lock the role chart' })
      await lock.click()
      await expect(ben.page.getByRole('textbox', { name: 'New responsibility' })).toHaveCount(0)
      await bring(ben.page, 'Control+End')
      await cell(ben.page, 17, 11).press('r')
      await expect(cell(ben.page, 17, 11)).toHaveText('I')
      await lock.click()
      await expect(ben.page.getByRole('textbox', { name: 'New responsibility' })).toBeVisible()
    })

    await test.step('[ROLES-21] one responsibility a card on a phone', async () => {
      await ben.page.setViewportSize({ width: 390, height: 844 })
      const card = ben.page.getByRole('listitem').filter({ hasText: 'Convene and run leadership meetings' })
      await card.getByText('Change who does what').click()
      await card.getByLabel('Copper Basin Community College Adult Basic Education').selectOption({ label: 'C  Consulted' })
      await expect(cell(page, 0, 3)).toHaveText('C')
      await expectAccessible(ben.page)
      const width = await ben.page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(390)
    })

    await test.step('[ROLES-22] an observer reads the same', async () => {
      const olga = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      contexts.push(olga)
      const observer = await olga.newPage()
      await observer.goto(links.observe)
      await joinAs(observer, 'Olga Observer')
      await observer.goto(urls.roles)
      await expect(cell(observer, 0, 3)).toHaveText('C')
      await expect(observer.getByRole('button', { name: /Assign|Keep/ })).toHaveCount(0)
    })
  } finally {
    for (const context of contexts) await context.close()
    await server.stop()
  }
})

async function enter(
  browser: Browser,
  origin: string,
  workshopId: string,
  code: string,
  name: string,
  viewport: { width: number; height: number },
) {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  await page.goto(`${origin}/j/${code}`)
  await joinAs(page, name)
  await expect(page).toHaveURL(new RegExp(`/w/${workshopId}`))
  return { context, page }
}

async function joinAs(page: Page, name: string) {
  await page.getByLabel(/your name/i).fill(name)
  await page
    .locator('form')
    .getByRole('button', { name: /join|come in|take part|watch/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
}
