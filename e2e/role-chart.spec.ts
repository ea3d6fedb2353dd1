import { expect, type Page, test } from '@playwright/test'
import { readPdf } from '../test/support/document/pdf'
import { openRoleChart } from './support/role-chart'
import { ServerProcess } from './support/server-process'

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
