import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectReadable } from './support/accessible'
import { ApiPerson } from './support/api-person'
import { ServerProcess } from './support/server-process'

const sample = join(import.meta.dirname, '..', 'test', 'support', 'samples', 'cascadia', 'partners.csv')

test('sixty partners are looked over on a phone, and one of them writes its own row', async ({ browser }) => {
  const server = await ServerProcess.start()
  try {
    const made = await new ApiPerson(server.origin).request('POST', '/api/workshops', {
      title: 'Cascadia pathways',
      agenda: { steps: [{ title: 'Partners', minutes: 15, tool: 'partners' }] },
      host: { name: 'Rosa Delgado', organisation: 'State workforce board' },
    })
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
    const page = await context.newPage()
    await page.goto((made.body.links as { host: string }).host) // HOUSE section 6
    await page.getByRole('button', { name: 'Import a CSV file' }).click()
    await page.getByLabel('CSV file').setInputFiles(sample)
    await page.getByRole('button', { name: 'Import 60 rows' }).click()
    await expect(page.getByRole('rowheader', { name: /Otter Valley Community College/ })).toBeVisible()

    await test.step('[PARTNERS-56] list and gaps, with nothing wider than the screen', async () => {
      await expect(page.locator('.partners-table tbody tr:not(.gp)')).toHaveCount(60)
      await expect(page.getByText(/Nobody from the local level holds a seat for adult education provider/)).toBeVisible()
      await expectReadable(page)
    })

    await test.step('[PARTNERS-56] a move with day and reason, and who was where before', async () => {
      await page.getByRole('button', { name: 'More for Small business council' }).click()
      await page.getByRole('menuitem', { name: 'Move with date and reason…' }).click()
      await page.getByRole('combobox', { name: 'To' }).selectOption('operations')
      await page.getByLabel('Since').fill('2026-03-01')
      await page.getByLabel('Reason').fill('It runs the employer survey')
      await page.getByRole('button', { name: 'Move the partner' }).click()
      await expect(page.locator('.rings-svg')).toHaveAttribute('aria-label', /Operations: [^.]*Small business council/)
      await page.getByRole('radio', { name: 'At a date' }).click()
      await page.getByLabel('Date').fill('2026-02-28')
      await expect(page.locator('.rings-svg')).toHaveAttribute('aria-label', /Stakeholders: .*Small business council/)
    })

    await test.step('[PARTNERS-56] coverage, with a population that asks for a partner', async () => {
      await page.getByRole('radio', { name: 'Coverage' }).click()
      await page.getByRole('button', { name: 'Add a population' }).click()
      await page.getByRole('button', { name: 'Veterans' }).click()
      await page.getByRole('button', { name: 'Add the population' }).click()
      await expect(page.getByText('Veterans ask for a seat that nobody holds yet: state veterans employment program.')).toBeVisible()
      await expectReadable(page)
      await page.getByRole('radio', { name: 'List' }).click()
    })

    await test.step('[PARTNERS-56] a row that the partner writes by its link', async () => {
      await page.getByRole('button', { name: 'More for Hospital systems group' }).click()
      await page.getByRole('menuitem', { name: 'Private row link…' }).click()
      await page.getByRole('button', { name: 'Make the link' }).click()
      const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
      await page.getByRole('button', { name: 'Done' }).click()
      const partner = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
      await partner.goto(link)
      await partner.getByText('Goals, resources, measures and requirements').click()
      await partner.getByLabel('Goals').fill('Nurses who stay')
      await partner.getByRole('button', { name: 'Save my row' }).click()
      await expect(partner.getByText('Saved.', { exact: true })).toBeVisible()
      await expectReadable(partner)
      await page.getByRole('button', { name: 'Hospital systems group', exact: true }).click()
      await page.getByText('Goals, resources, measures and requirements').click()
      await expect(page.getByLabel('Goals')).toHaveValue('Nurses who stay')
      await partner.context().close()
    })
    await context.close()
  } finally {
    await server.stop()
  }
})
