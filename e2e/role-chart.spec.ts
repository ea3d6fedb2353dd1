import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { readPdf } from '../test/support/document/pdf'
import { ApiPerson } from './support/api-person'
import { addBasinPartners, fillShare } from './support/flawed-chart'
import { openRoleChart } from './support/role-chart'
import { ServerProcess } from './support/server-process'

async function expectAccessible(page: Page) {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
}

const cell = (page: Page, row: number, column: number) => page.locator(`td[data-row="${row}"][data-column="${column}"]`)

test('a chart of 100 responsibilities by 60 partners is walked by keyboard and printed whole', async ({ browser }) => {
  const server = await ServerProcess.start()
  try {
    const { page, context, host, urls } = await openRoleChart(browser, server.origin, 100, 60)
    await page.goto(urls.roles)
    await test.step('[ROLES-30] what cannot be seen is not there, and the screen reader knows the size', async () => {
      await expect(cell(page, 0, 0)).toBeVisible()
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '106')
      await expect(page.getByRole('grid')).toHaveAttribute('aria-colcount', '61')
      expect(await page.locator('td[data-column]').count()).toBeLessThan(600)
      await expect(page.getByRole('rowheader', { name: /number 100 to/ })).toBeAttached()
      await cell(page, 0, 0).focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Control+ArrowDown')
      await expect(cell(page, 99, 59)).toBeFocused()
      await expect(cell(page, 99, 59)).toBeInViewport()
      await expect(cell(page, 99, 59)).toHaveAttribute('aria-colindex', '61')
      await expect(page.getByRole('row').filter({ has: cell(page, 99, 59) })).toHaveAttribute('aria-rowindex', '106')
      await expect(page.getByRole('columnheader', { name: 'Responsibility' })).toBeInViewport()
      await expect(page.getByRole('rowheader', { name: /number 100 to/ })).toBeInViewport()
      await page.keyboard.press('c')
      await expect(cell(page, 99, 59)).toHaveText('C')
      await page.getByRole('grid').evaluate((grid) => grid.parentElement?.scrollTo(0, 0))
      await expect(cell(page, 0, 0)).toBeVisible()
      await expect(cell(page, 99, 59)).toBeFocused()
      await page.keyboard.press('Control+Home')
      await expect(cell(page, 0, 0)).toBeFocused()
    })

    await test.step('[ROLES-31] paper has every responsibility with every partner', async () => {
      const { pages } = await readPdf(new Uint8Array(await page.pdf()))
      const text = pages.join(' ').replace(/\s+/g, ' ')
      for (const words of ['Partners 1 to 12 of 60', 'Partners 49 to 60 of 60']) expect(text).toContain(words)
      expect(text.split('Keep promise number 100 to those who learn')).toHaveLength(6)
    })
    host.leave()
    await context.close()
  } finally {
    await server.stop()
  }
})

test('a board of twelve fills the flawed chart, and every finding is mended by keyboard', async ({ browser }) => {
  const server = await ServerProcess.start()
  try {
    const { page, context, host, board, chartId, joinCode, urls } = await openRoleChart(browser, server.origin, 0, 0)
    page.setDefaultTimeout(10_000)
    const ids = addBasinPartners(board, host.participantId as `p_${string}`) // HOUSE section 6
    await page.goto(urls.roles)
    await expect(page.getByRole('button', { name: 'Start from the role library' })).toBeVisible()
    const people = await Promise.all(Array.from({ length: 11 }, (_, index) => ApiPerson.join(server.origin, joinCode, `Member ${index}`)))
    const boards = [board, ...(await Promise.all(people.map((person) => person.open('board'))))]
    for (const [index, each] of boards.entries()) fillShare(each, chartId, ids, index, boards.length)
    await expect(page.getByRole('rowheader', { name: /Celebrate and recognize/ })).toBeAttached()
    await expect(page.getByText('2 with nobody accountable')).toBeVisible()

    await test.step('[ROLES-20] what is open in a row is mended on the row', async () => {
      const open = page.locator('.roles-table .roles-mend')
      for (let press = 0; press < 40 && (await open.count()) > 0; press++) {
        const before = await open.allTextContents()
        await open.first().focus()
        await page.keyboard.press('Enter')
        if (await page.getByRole('menu').isVisible()) await page.keyboard.press('Enter')
        await expect.poll(() => open.allTextContents()).not.toEqual(before)
      }
      await expect(open).toHaveCount(0)
      await expect(page.locator('.roles-table .gap')).toHaveCount(0)
    })

    await test.step('[ROLES-41] [ROLES-42] what is to be said of a partner is mended among what it has', async () => {
      const about = page.locator('.roles-side').getByRole('button', { name: /^Show what it has/ })
      for (let press = 0; press < 30 && (await about.count()) > 0; press++) {
        await about.first().focus()
        await page.keyboard.press('Enter')
        const card = page.locator('.roles-card', { has: page.locator('h3:focus') })
        const parts = card.locator('.roles-parts li')
        const before = await parts.allTextContents()
        await card
          .getByRole('button', { name: /^(Hand over|Give it a part)/ })
          .first()
          .focus()
        await page.keyboard.press('Enter')
        await page.keyboard.press('Enter')
        await expect.poll(() => page.locator('.roles-parts').allTextContents()).not.toEqual(before)
      }
      await expect(about).toHaveCount(0)
      await expectAccessible(page)
    })

    await test.step('[ROLES-39] one more than its hours is said at once, and handed to somebody who has them', async () => {
      await page.getByRole('radio', { name: 'Chart', exact: true }).focus()
      await page.keyboard.press('Enter')
      const said = page.getByRole('alert').filter({ hasText: 'Community mental health organizations' })
      // Four hours a month: some row of the first seven is one too many.
      let row = -1
      while (row < 7 && !(await said.isVisible())) {
        row += 1
        await cell(page, row, 9).focus()
        await page.keyboard.press('r')
      }
      await expect(said).toContainText('has 4 hours a month and would need 5')
      await expect(cell(page, row, 9)).toHaveText('R')
      await said
        .getByRole('button', { name: /hours left/ })
        .first()
        .focus()
      await page.keyboard.press('Enter')
      await expect(said).toHaveCount(0)
      await expect(cell(page, row, 9)).toHaveText('')
    })
    await test.step('[ROLES-34] another model shows first what every letter becomes, and can be taken back', async () => {
      await page.getByRole('button', { name: /change the kind of chart/ }).press('Enter')
      await page.getByRole('menuitemradio', { name: /Lead and support/ }).press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Change the chart to Lead and support' })
      await expect(dialog.getByLabel('Accountable becomes')).toHaveValue('L')
      await dialog.getByLabel('Consulted becomes').selectOption('')
      await expect(dialog.getByText(/cells would be empty afterwards/)).toBeVisible()
      await dialog.getByLabel('Responsible becomes').selectOption('L')
      await expect(dialog.getByText(/several partners would have the letter that stands once/)).toBeVisible()
      await dialog.getByRole('button', { name: 'Change the chart' }).press('Enter')
      await expect(page.getByText(/with two leads/)).toBeVisible()
      await page.getByRole('button', { name: 'Undo' }).press('Enter')
      await expect(page.getByText(/with two leads/)).toHaveCount(0)
      await expect(page.getByRole('button', { name: /^RACI/ })).toBeVisible()
    })

    await test.step('[ROLES-32] letters of its own', async () => {
      await page.getByRole('button', { name: /change the kind of chart/ }).press('Enter')
      await page.getByRole('menuitem', { name: 'Letters of your own…' }).press('Enter')
      await page.getByLabel('Meaning of H').fill('Holds it')
      await page.getByRole('button', { name: 'Use these letters' }).press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Change the chart to Own letters' })
      await dialog.getByLabel('Accountable becomes').selectOption('H')
      await dialog.getByLabel('Responsible becomes').selectOption('D')
      await dialog.getByRole('button', { name: 'Change the chart' }).press('Enter')
      await expect(page.getByRole('gridcell', { name: 'Holds it' }).first()).toBeVisible()
    })
    for (const person of people) person.leave()
    host.leave()
    await context.close()
  } finally {
    await server.stop()
  }
})
