import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { openWorkshop } from './support/open-workshop'
import { expectStep, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { beginWording, rewrite } from './support/wording'

const first = 'By 2030 every learner in the basin finds one open door.'
const comma = 'By 2030, every learner in the basin finds one open door.'
const other = 'By 2030, every learner and every parent in the basin finds one open door.'

test('[VOTES-93] a group renews its answers when the words change, contests a mark, and closes on exact words', async ({
  browser,
}, info) => {
  const server = await ServerProcess.start()
  const { host, joinCode, links } = await openWorkshop(server.origin)
  const wording = await beginWording(host, first)
  const rosa = await openScreen(browser, 'laptop')
  const amara = await openScreen(browser, 'laptop')
  const ben = await openScreen(browser, 'phone')
  await enterByLink(rosa.page, links.host)
  await joinByCode(amara.page, server.origin, joinCode, 'Amara Okafor')
  await joinByCode(ben.page, server.origin, joinCode, 'Ben Whitehorse')
  const everybody = [rosa.page, amara.page, ben.page]
  for (const page of everybody) await expectStep(page, 'Check the words')
  const shot = (page: Page, name: string) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true })

  try {
    await test.step('One answers for this wording only, one for any wording in this spirit', async () => {
      await rosa.page.getByRole('radio', { name: /Gradients of agreement/ }).check()
      await rosa.page.getByRole('radio', { name: 'Secret: totals only' }).click()
      await rosa.page.getByRole('button', { name: 'Ask everybody' }).click()
      await ben.page.getByRole('radio', { name: /Agreement with a minor point/ }).check()
      await shot(ben.page, 'form-phone')
      await ben.page.getByRole('button', { name: 'Give my answer' }).tap()
      await expect(ben.page.getByText('For this wording only.')).toBeVisible()
      await amara.page.getByRole('radio', { name: /Whole-hearted/ }).check()
      await amara.page.getByRole('radio', { name: /Any wording in this spirit/ }).check()
      await amara.page.getByRole('button', { name: 'Give my answer' }).click()
      await expect(amara.page.getByText('For any wording in this spirit.')).toBeVisible()
      await expect(rosa.page.getByText('2 of 2', { exact: true })).toBeVisible()
    })

    await test.step('A comma lets Ben’s answer lapse; Rosa marks it as no change of sense, and it is carried over', async () => {
      rewrite(wording.doc, comma)
      await expect(ben.page.getByRole('region', { name: 'Your answer has lapsed' })).toBeVisible()
      for (const page of everybody) await expect(page.getByText('1 answer must be renewed.')).toBeVisible()
      await expect(amara.page.getByRole('region', { name: 'Your answer has lapsed' })).toHaveCount(0)
      await shot(ben.page, 'lapsed-phone')
      await shot(rosa.page, 'lapsed-laptop')
      await rosa.page.getByRole('button', { name: 'Is the sense the same?' }).click()
      const dialog = rosa.page.getByRole('dialog', { name: 'Is the sense the same?' })
      await expect(dialog.getByRole('region', { name: 'What changed, word by word' }).locator('ins')).not.toHaveCount(0)
      await shot(rosa.page, 'sense-laptop')
      for (const page of [rosa.page, ben.page]) await expectAccessible(page)
      await dialog.getByRole('button', { name: 'No change of sense' }).click()
      await expect(ben.page.getByRole('region', { name: 'Your answer was carried over' })).toBeVisible()
      for (const page of everybody) await expect(page.getByText(/answers? must be renewed/)).toHaveCount(0)
      await shot(ben.page, 'carried-phone')
      await expectAccessible(ben.page)
    })

    await test.step('Ben contests it, and renews his answer with one press', async () => {
      await ben.page.getByRole('button', { name: 'This changes the sense for me' }).tap()
      for (const page of everybody) await expect(page.getByText('1 answer must be renewed.')).toBeVisible()
      await expect(amara.page.getByText(/1 person contested it\./)).toBeVisible()
      await ben.page.getByRole('button', { name: 'Renew my answer' }).tap()
      await expect(ben.page.getByText(/^Your answer is in:/)).toBeVisible()
      for (const page of everybody) await expect(page.getByText(/answers? must be renewed/)).toHaveCount(0)
    })

    await test.step('Other words come before the close; what is not renewed is not counted, and said', async () => {
      rewrite(wording.doc, other)
      await expect(rosa.page.getByText('1 answer must be renewed.')).toBeVisible()
      await shot(amara.page, 'spirit-laptop')
      await rosa.page.getByRole('button', { name: 'Close the check' }).click()
      const dialog = rosa.page.getByRole('dialog', { name: 'Close the check now?' })
      await expect(dialog.getByText(/1 answer has lapsed because the words changed/)).toBeVisible()
      await dialog.getByRole('button', { name: 'Close the check' }).click()
      for (const page of everybody) await expect(page.getByText(/1 answer had lapsed when it closed/)).toBeVisible()
      rewrite(wording.doc, first)
      for (const page of everybody) await expect(page.getByText(/It was about the earlier words/)).toBeVisible()
      await shot(rosa.page, 'closed-laptop')
      await rosa.page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(rosa.page)
      await rosa.page.emulateMedia({ colorScheme: 'light' })
    })

    await test.step('By resonance, on a phone: lapsed and renewed likewise', async () => {
      await rosa.page.getByRole('button', { name: 'Ask again' }).click()
      await rosa.page.getByRole('radio', { name: /Resonance check/ }).check()
      await rosa.page.getByRole('button', { name: 'Ask everybody' }).click()
      await ben.page.getByRole('button', { name: 'It resonates' }).tap()
      await expect(rosa.page.getByText('1 of 2 answered. Amara still reading.')).toBeVisible()
      rewrite(wording.doc, comma)
      await expect(ben.page.getByRole('region', { name: 'Your answer has lapsed' })).toBeVisible()
      await shot(ben.page, 'resonance-phone')
      await shot(rosa.page, 'resonance-laptop')
      await ben.page.getByRole('button', { name: 'Renew my answer' }).tap()
      await expect(ben.page.getByRole('region', { name: 'Your answer has lapsed' })).toHaveCount(0)
      await expect(rosa.page.getByText('1 of 2 answered. Amara still reading.')).toBeVisible()
      expect(await ben.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    })
  } finally {
    host.leave()
    for (const { context } of [rosa, amara, ben]) await context.close()
    await server.stop()
  }
})
