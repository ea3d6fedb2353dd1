import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { importPartners } from '../shared/tools/partners/commands'
import { guessMapping, planImport } from '../shared/tools/partners/import'
import { readTable, sampleText } from '../test/support/sample'
import { expectReadable } from './support/accessible'
import { ApiPerson } from './support/api-person'
import { keyOf } from './support/open-workshop'
import { ServerProcess } from './support/server-process'

const services = join(import.meta.dirname, '..', 'server', 'demo', 'copper-basin', 'services.csv')

test('a group maps its services, asks who fills a hole, and reads the map on a phone and on paper', async ({ browser }) => {
  const server = await ServerProcess.start()
  try {
    const { body } = await new ApiPerson(server.origin).request('POST', '/api/workshops', {
      title: 'Caring careers',
      agenda: { steps: [{ title: 'Service map', minutes: 25, tool: 'service-map' }] },
      host: { name: 'Rosa Delgado', organisation: 'Copper Basin Native Center' },
    })
    const links = body.links as { readonly host: string; readonly observe: string } // HOUSE section 6
    const host = await ApiPerson.enter(server.origin, String(body.workshopId), keyOf(links.host))
    const { header, rows } = readTable(sampleText('copper-basin', 'partners.csv'))
    const board = await host.open('board')
    importPartners(
      board,
      { workshopId: host.workshopId, id: host.participantId, role: 'host' } as Parameters<typeof importPartners>[1], // HOUSE section 6
      planImport(header, rows, guessMapping(header), []).rows,
      '2026-11-23',
    )
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.goto(links.host)
    await expect(page.getByRole('columnheader', { name: 'Red Mesa Resort' })).toBeVisible()

    await test.step('[SERVICES-13] services come in from a file', async () => {
      await page.getByRole('button', { name: 'Stages, import and download' }).click()
      await page.getByRole('menuitem', { name: 'Import a CSV file…' }).click()
      await page.getByLabel('CSV file').setInputFiles(services)
      await page.getByRole('button', { name: 'Import 23 rows' }).click()
      await expect(page.getByText('1 stage nobody covers')).toBeVisible()
      await expect(page.getByText('2 stages with overlap')).toBeVisible()
      await expect(page.getByText('5 offer intake and eligibility. Could it be one door?')).toBeVisible()
      await expectReadable(page)
    })

    await test.step('[SERVICES-21] arrows go from cell to cell, and Enter adds a service there', async () => {
      await page.getByRole('button', { name: 'Job fairs' }).focus()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('button', { name: 'WIOA intake' })).toBeFocused()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('button', { name: 'Copper County One Stop, Learn: none. Add a service' })).toBeFocused()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Add a service' })
      await expect(dialog.getByLabel('Stage')).toHaveValue('stage_learn')
      await expect(dialog.getByLabel('Offered by').locator('option:checked')).toHaveText('Copper County One Stop')
      await dialog.getByLabel('What the partner offers').fill('Computer course')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('button', { name: 'Computer course' })).toBeVisible()
    })

    await test.step('[SERVICES-20] one press makes a question of a hole', async () => {
      const hole = page.getByRole('row', { name: /Move up/ })
      await hole.getByRole('button', { name: /Ask who could/ }).click()
      await expect(hole.getByText('Asked in the notes')).toBeVisible()
      await expect(page.getByRole('region', { name: 'Notes' }).getByText('Who could offer something at “Move up”?')).toBeVisible()
    })

    await test.step('[SERVICES-19] what is being done already is found and put on the map', async () => {
      await page.getByRole('button', { name: 'Write down an effort' }).click()
      const effort = page.getByRole('dialog', { name: 'Write down an effort' })
      await effort.getByLabel('What is being done').fill('Mentors for new nurses')
      await effort.getByLabel('How far we know it').selectOption('found')
      await effort.getByRole('button', { name: 'Write it down' }).click()
      await page.getByRole('button', { name: 'Put it on the map Mentors for new nurses' }).click()
      const dialog = page.getByRole('dialog', { name: 'Add a service' })
      await expect(dialog.getByLabel('Stage')).toHaveValue('stage_move-up')
      await dialog.getByRole('button', { name: 'Add the service' }).click()
      await expect(page.getByText('1 stage nobody covers')).toHaveCount(0)
    })

    await test.step('[SERVICES-17] a filter says what is left', async () => {
      await page.getByLabel('Show only: money').selectOption({ label: 'Pell grants' })
      await expect(page.getByText(/1 service paid by Pell grants\. Nothing at “Hear about it”/)).toBeVisible()
      await page.getByRole('button', { name: 'Show everything' }).click()
    })

    await test.step('[SERVICES-22] paper and phone have one stage a card, whole', async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await expect(page.getByRole('listitem').filter({ hasText: 'Hear about it' }).getByText('Outreach at home')).toBeAttached()
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await expect(page.getByRole('table', { name: 'Services by stage and partner' })).toBeVisible()
      await page.setViewportSize({ width: 390, height: 844 })
      const card = page.getByRole('listitem').filter({ hasText: 'Red Mesa Resort' }).first()
      await expect(card.getByRole('button', { name: 'Hires a cohort each spring' })).toBeVisible()
      await expectReadable(page)
      await page.setViewportSize({ width: 1440, height: 900 })
    })

    await test.step('[SERVICES-23] a lock leaves everything to read and nothing to change', async () => {
      await page.getByRole('button', { name: 'Lock the service map' }).click()
      await expect(page.getByRole('button', { name: 'Add a service' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Child care vouchers' }).click()
      await expect(page.getByRole('dialog', { name: 'Child care vouchers' }).getByText('30 June 2027')).toBeVisible()
    })
    host.leave()
    await context.close()
  } finally {
    await server.stop()
  }
})
