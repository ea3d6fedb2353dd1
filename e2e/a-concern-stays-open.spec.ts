import { expect, type Page, test } from '@playwright/test'
import mammoth from 'mammoth'
import { expectAccessible } from './support/accessible'
import { openWorkshop } from './support/open-workshop'
import { expectStep, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { addParagraph, beginWording } from './support/wording'

const reason = 'The night class would lose its room.'
const change = 'The night class keeps a room.'
const note = 'A room is promised.'
const missing = 'Which room, and until when?'

test('a concern that its author does not close stays open into the Word file', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { host, joinCode, links } = await openWorkshop(server.origin)
  const draft = await beginWording(host, 'One door for every learner in the basin.')
  const rosa = await openScreen(browser, 'laptop')
  const ben = await openScreen(browser, 'laptop')
  const amara = await openScreen(browser, 'phone')
  await joinByCode(amara.page, server.origin, joinCode, 'Amara Okafor')
  await joinByCode(ben.page, server.origin, joinCode, 'Ben Whitehorse')
  await enterByLink(rosa.page, links.host)
  const everybody = [rosa.page, ben.page, amara.page]
  for (const page of everybody) await expectStep(page, 'Check the words')

  try {
    await test.step('Amara answers not yet with her reason, and it is a concern on every screen', async () => {
      await rosa.page.getByRole('radio', { name: /Resonance/ }).check()
      await rosa.page.getByRole('button', { name: 'Ask everybody' }).click()
      await expect(ben.page.getByText(/^None so far\. From here on every answer below the threshold/)).toBeVisible()
      await amara.page.getByRole('button', { name: 'Not yet' }).tap()
      await amara.page.getByLabel('What would need to change?').fill(reason)
      await amara.page.getByRole('button', { name: 'Send' }).tap()
      for (const page of everybody) await expect(concernOn(page)).toContainText(`“${reason}”`)
      for (const page of everybody) await expect(page.getByText('1 open · 0 answered · 0 closed')).toBeVisible()
      await expect(concernOn(ben.page).getByRole('button')).toHaveCount(0)
      await expect(concernOn(amara.page).getByRole('button')).toHaveText([/^Record it as dissent/, 'Withdraw it'])
    })

    await test.step('The words change, and Ben says that this answers it', async () => {
      addParagraph(draft.doc, change)
      await concernOn(ben.page).getByRole('button', { name: 'Answered by this change' }).click()
      await ben.page.getByLabel('What did you change? (optional)').fill(note)
      await concernOn(ben.page).getByRole('button', { name: 'Answered by this change' }).click()
      for (const page of everybody) await expect(page.getByText('0 open · 1 answered · 0 closed')).toBeVisible()
      await expect(concernOn(rosa.page).getByText('Only its author says whether this answers it.')).toBeVisible()
      await expect(concernOn(rosa.page).getByRole('button')).toHaveCount(0)
    })

    await test.step('Amara reads the change by words and says that it does not', async () => {
      await amara.page.getByText('Show the change').tap()
      await expect(concernOn(amara.page).locator('ins.sg').last()).toContainText('keeps a room')
      await concernOn(amara.page).getByRole('button', { name: 'Not answered' }).tap()
      await amara.page.getByLabel('What is still missing? (optional)').fill(missing)
      await concernOn(amara.page).getByRole('button', { name: 'Not answered' }).tap()
      for (const page of everybody) await expect(page.getByText('1 open · 0 answered · 0 closed')).toBeVisible()
      for (const page of everybody) await expect(concernOn(page)).toContainText(missing)
      expect(await amara.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      for (const button of await concernOn(amara.page).getByRole('button').all()) {
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      }
      await expectAccessible(amara.page)
      await rosa.page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(rosa.page)
      await rosa.page.emulateMedia({ colorScheme: 'light' })
    })

    await test.step('Rosa reads that it is open, and adopts with a reason', async () => {
      await expect(rosa.page.getByText(/1 concern is open: Amara Okafor\./)).toBeVisible()
      await rosa.page.getByRole('button', { name: 'Adopt this vision' }).click()
      const dialog = rosa.page.getByRole('dialog', { name: 'Adopt this vision?' })
      await expect(dialog.getByText(/Open: the change that was linked does not answer it/)).toBeVisible()
      await dialog.getByLabel('Why adopt it now?').fill('The school year begins.')
      await dialog.getByRole('button', { name: 'Adopt with this reason' }).click()
      await expect(rosa.page.getByText('Reason given: The school year begins.')).toBeVisible()
    })

    await test.step('The Word file prints it as open, beside the vision and among the decisions', async () => {
      const answer = await rosa.page.request.get(`${server.origin}/api/workshops/${host.workshopId}/document.docx`)
      expect(answer.status()).toBe(200)
      const { value } = await mammoth.extractRawText({ buffer: await answer.body() })
      const open = `Amara Okafor, not yet: “${reason}” Open: the change that was linked does not answer it, its author `
      const [beside = '', ...among] = value.split(open)
      expect(beside).toContain(change)
      expect(among).toHaveLength(2)
      expect(among[0]).toContain('1 open · 0 answered · 0 closed')
    })

    await test.step('It stays hers to close, after the adoption too', async () => {
      await concernOn(amara.page)
        .getByRole('button', { name: /^Record it as dissent/ })
        .tap()
      await concernOn(amara.page).getByRole('button', { name: 'Record it as dissent' }).tap()
      for (const page of everybody) await expect(concernOn(page)).toContainText('Recorded as dissent')
    })
  } finally {
    host.leave()
    for (const { context } of [rosa, ben, amara]) await context.close()
    await server.stop()
  }
})

function concernOn(page: Page) {
  return page.getByRole('list', { name: 'Concerns', exact: true }).getByRole('listitem').first()
}
