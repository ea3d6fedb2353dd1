import { expect, type Locator, type Page, test } from '@playwright/test'
import { agenda } from '../shared/workshop/collections'
import { expectAccessible } from './support/accessible'
import { openWorkshop } from './support/open-workshop'
import { expectSaved, expectStep, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { editorOf } from './support/wording'

const agreed = 'Every adult in the basin finds work.'
const late = ' It pays the rent.'

test('[DRAFTS-121] words written offline after the lock outlive a reload and become another wording that others see', async ({
  browser,
}, info) => {
  const server = await ServerProcess.start()
  const { host, joinCode, links } = await openWorkshop(server.origin)
  const step = agenda.all(await host.open('record')).find(({ title }) => title === 'Check the words')
  const { body } = await host.workshop('POST', '/drafts', { kind: 'vision', title: 'Vision', stepId: step?.id })
  await host.workshop('PUT', '/step', { stepId: step?.id })
  const rosa = await openScreen(browser, 'laptop')
  const ben = await openScreen(browser, 'phone')
  const amara = await openScreen(browser, 'laptop')
  await enterByLink(rosa.page, links.host)
  await joinByCode(ben.page, server.origin, joinCode, 'Ben Whitehorse')
  await joinByCode(amara.page, server.origin, joinCode, 'Amara Okafor')
  for (const { page } of [rosa, ben, amara]) await expectStep(page, 'Check the words')

  try {
    await test.step('All three have the same words; Ben loses his connection and goes on typing', async () => {
      await editorOf(rosa.page).click()
      await rosa.page.keyboard.type(agreed)
      await expectSaved(rosa.page)
      await expect(editorOf(ben.page)).toContainText(agreed)
      await ben.context.setOffline(true)
      await editorOf(ben.page).tap()
      await ben.page.keyboard.press('Control+End')
      await ben.page.keyboard.type(late)
      await expect(ben.page.getByText(/kept on this device/).first()).toBeVisible()
    })

    await test.step('Rosa locks the wording; back online, Ben’s words are in a panel, beside what the wording says', async () => {
      await host.workshop('PATCH', `/drafts/${body.draftId}`, { state: 'locked' })
      await expect(rosa.page.getByText(/has locked this wording/).first()).toBeVisible()
      await ben.context.setOffline(false)
      await expect(panelOf(ben.page)).toContainText(late.trim())
      await expect(panelOf(ben.page).locator('.compared ins')).toContainText('It pays the rent')
      await expect(panelOf(ben.page).locator('.compared del')).toHaveCount(0)
      await ben.page.screenshot({ path: info.outputPath('phone-panel.png') })
    })

    await test.step('A reload does not lose them, and the screen is accessible in light and dark', async () => {
      await ben.page.reload()
      await expect(panelOf(ben.page).locator('.compared ins')).toContainText('It pays the rent')
      for (const colorScheme of ['dark', 'light'] as const) {
        await ben.page.emulateMedia({ colorScheme })
        await expectAccessible(ben.page)
        await ben.page.screenshot({ path: info.outputPath(`phone-panel-${colorScheme}.png`) })
      }
      expect(await panelOf(ben.page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)
    })

    await test.step('A request that fails changes nothing; the next one makes the wording, and says where it is', async () => {
      await ben.page.route('**/drafts/import', (route) => route.abort(), { times: 1 })
      await panelOf(ben.page).getByRole('button', { name: 'Make it another wording' }).tap()
      await expect(panelOf(ben.page)).toContainText('Your text is still here.')
      await panelOf(ben.page).getByRole('button', { name: 'Make it another wording' }).tap()
      await expect(ben.page.getByRole('region', { name: 'Words that found a place' })).toContainText('another wording of “Vision” now')
      await expect(panelOf(ben.page)).toHaveCount(0)
      await ben.page.screenshot({ path: info.outputPath('phone-settled.png') })
    })

    await test.step('The others have it beside the draft, which still says what it said when it was locked', async () => {
      for (const { page } of [rosa, amara]) {
        const card = page.getByRole('article', { name: /Late words of Ben Whitehorse/ })
        await expect(card).toContainText(`${agreed}${late}`)
      }
      await rosa.page.screenshot({ path: info.outputPath('laptop-rival.png') })
      expect((await host.workshop('GET', `/drafts/${body.draftId}`)).body.text).toBe(agreed)
      await ben.page.getByRole('button', { name: 'Done' }).tap()
      await ben.page.reload()
      await expectStep(ben.page, 'Check the words')
      await expect(panelOf(ben.page)).toHaveCount(0)
    })
  } finally {
    await server.stop()
  }
})

function panelOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Words that were not accepted' })
}
