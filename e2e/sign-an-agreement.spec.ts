import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import mammoth from 'mammoth'
import type { Actor } from '../shared/access/actor'
import { addPartner } from '../shared/tools/partners/commands'
import { addDuties, assign } from '../shared/tools/roles/commands'
import { agenda } from '../shared/workshop/collections'
import { orderedAgenda } from '../shared/workshop/selectors'
import { expectReadable } from './support/accessible'
import { ApiPerson } from './support/api-person'
import { keyOf } from './support/open-workshop'
import { expectSaved, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'

test('[DRAFTS-183] a group settles who decides what, puts its agreement together, signs it and takes it home', async ({
  browser,
}, info) => {
  const server = await ServerProcess.start()
  const steps = ['Roles', 'Drafts'].map((tool) => ({ title: tool, minutes: 10, tool: tool.toLowerCase() }))
  const made = { title: 'Copper Basin', agenda: { steps }, host: { name: 'Rosa Delgado', organisation: 'State Office' } }
  const { body } = await new ApiPerson(server.origin).request('POST', '/api/workshops', made)
  const workshopId = String(body.workshopId) as Actor['workshopId'] // HOUSE section 6
  const links = body.links as { readonly host: string }
  const host = await ApiPerson.enter(server.origin, workshopId, keyOf(links.host))
  const board = await host.open('board')
  const actor = { workshopId, id: host.participantId as Actor['id'], role: 'host' } as const // HOUSE section 6
  const college = addPartner(board, actor, { name: 'Basin College', sector: 'education', level: 'local', contact: 'President', seats: [] })
  addPartner(board, actor, { name: 'State Office', sector: 'education', level: 'state', contact: 'Director', seats: [] })
  const stepIds = orderedAgenda(agenda.all(await host.open('record'))).map(({ id }) => id)
  const [duty] = addDuties(board, actor, `chart_${stepIds[0]?.slice('step_'.length)}`, [{ label: 'Run the shared intake' }])
  if (duty) assign(board, actor, duty, college, 1)
  const at = (step: number) => `${server.origin}/w/${workshopId}/${stepIds[step]}`
  const rosa = await openScreen(browser, 'laptop')
  const maria = await openScreen(browser, 'phone')
  const { page } = rosa

  try {
    await test.step('Rosa settles who decides what', async () => {
      await enterByLink(page, links.host)
      await page.goto(at(0))
      await page.getByRole('radio', { name: 'Who decides what' }).click()
      await page.getByRole('button', { name: /^Start with/ }).click()
      await page.getByRole('combobox', { name: 'Tribal: Choose target sectors' }).selectOption('consulted')
      await page.getByLabel('Who decides: Choose target sectors').fill('Basin College')
      await page.getByLabel('Who decides: Choose target sectors').press('Enter')
      await expect(page.getByText('5 still open. The group has not agreed to this yet.')).toBeVisible()
      await expectReadable(page)
      await expectSaved(page)
    })

    await test.step('she puts the agreement together, and reads what is missing', async () => {
      await page.goto(at(1))
      await page.getByRole('tab', { name: 'Agreements' }).click()
      await page.getByRole('button', { name: 'Put it together…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Put the agreement together' })
      await dialog.getByLabel('How state and local partners work together').check()
      await dialog.getByLabel('Months between reviews (optional)').fill('6')
      await expectReadable(page)
      await dialog.getByRole('button', { name: 'Put it together' }).click()
      await expect(page.getByText('“Who decides what” still has three dots where words belong.')).toBeVisible()
      await expect(page.getByRole('textbox', { name: /working draft$/ })).toContainText('Reviewed every 6 months.')
      await page.screenshot({ path: info.outputPath('before-signing.png') })
      await expectReadable(page)
    })

    await test.step('it is adopted, and the college signs on a phone', async () => {
      await page.getByRole('button', { name: 'Adopt this agreement' }).click()
      await page.getByLabel('Why adopt it now?').fill('Agreed aloud in the room.')
      await page.getByRole('button', { name: 'Adopt with this reason' }).click()
      await joinByCode(maria.page, server.origin, String(body.joinCode), 'Maria Lopez', 'Basin College')
      await maria.page.goto(at(1))
      await maria.page.getByRole('tab', { name: 'Agreements' }).tap()
      await maria.page.getByRole('button', { name: 'Sign for Basin College' }).tap()
      const dialog = maria.page.getByRole('dialog', { name: 'Sign for Basin College' })
      await dialog.getByLabel('I may sign for Basin College.').check()
      await expectReadable(maria.page)
      await dialog.getByRole('button', { name: 'Sign', exact: true }).tap()
      await expect(page.getByText('1 of 2 partners has signed. Missing: State Office.')).toBeVisible()
    })

    await test.step('the Word file has its tables and signature blocks', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Word file, ready to sign/ }).click(),
      ])
      const { value: html } = await mammoth.convertToHtml({ buffer: await readFile(await download.path()) })
      expect(html).toContain(
        '<td><p>Choose target sectors</p></td><td><p>Consulted</p></td><td><p>Decides</p></td><td><p>Consulted</p></td>',
      )
      expect(html).toContain('For the local level')
      expect(html).toContain('<td><p>Basin College</p></td><td><p>Maria Lopez, President</p></td><td><p>Signed in the workshop</p></td>')
      expect(html).toMatch(/<td><p>State Office<\/p><\/td><td><p>Director<\/p><\/td><td>(<p><\/p>)?<\/td>/)
    })
    await test.step('the list of decisions says that it is agreed, until somebody changes it', async () => {
      await page.goto(at(0))
      await page.getByRole('radio', { name: 'Who decides what' }).click()
      await expect(page.getByText(/Agreed on .*, in “How state and local partners work together”\./)).toBeVisible()
      await page.getByRole('combobox', { name: 'Federal: Choose target sectors' }).selectOption('informed')
      await expect(page.getByText(/Changed since it was agreed on/)).toBeVisible()
    })
  } finally {
    await Promise.all([rosa.context.close(), maria.context.close(), server.stop()])
  }
})
