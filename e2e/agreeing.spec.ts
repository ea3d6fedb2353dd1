import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { openWorkshop } from './support/open-workshop'
import { expectStep, openScreen, type Screen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { addParagraph, beginWording } from './support/wording'

const smallPhone = { viewport: { width: 360, height: 740 } }
const worry = 'heron-marker say who pays for the first year'
const talk = 'Two agencies have not read it.'
const objection = 'The night class would lose its room.'
const amendment = 'The night class keeps its room.'

test('a group of three agrees on a wording by gradients, fist to five and consent, and adopts it', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { host, joinCode, links } = await openWorkshop(server.origin)
  const wording = await beginWording(host, 'One door for every learner in the basin.')
  const rosa = await openScreen(browser, 'laptop')
  const phones = await Promise.all(
    ['Amara Okafor', 'Ben Whitehorse', 'Carla Ruiz'].map((name) => joinByPhone(browser, server, joinCode, name)),
  )
  const [amara, ben, carla] = phones.map(({ page }) => page) as [Page, Page, Page] // three of them
  const everybody = [rosa.page, amara, ben, carla]
  await enterByLink(rosa.page, links.host)
  for (const page of everybody) await expectStep(page, 'Check the words')

  try {
    await test.step('By gradients: eight levels on a small phone, a worry in its own words, nothing said before the close', async () => {
      await ask(rosa.page, /Gradients of agreement/)
      await expect(amara.getByText(/^Passes when at least half of those asked answer, at least 80%/)).toBeVisible()
      for (const radio of await ben.getByRole('group', { name: 'My answer' }).getByRole('radio').all()) {
        expect((await radio.locator('xpath=..').boundingBox())?.height).toBeGreaterThanOrEqual(44)
      }
      expect(await ben.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      for (const page of [rosa.page, ben]) await expectAccessible(page)
      await answer(amara, /Whole-hearted/)
      await answer(ben, /Support with reservations/, ['What should the group know?', worry])
      await byKeyboard(carla, 'ArrowDown', 'Agreement with a minor point of contention')
      await expect(rosa.page.getByText('3 of 3', { exact: true })).toBeVisible()
      for (const screen of [phones[0], phones[2]]) expect(await screen?.traffic.received()).not.toContain('heron-marker')
      await close(rosa.page)
      for (const page of everybody) {
        await expect(page.getByText('Passed', { exact: true })).toBeVisible()
        await expect(spreadOf(page).getByRole('listitem').filter({ hasText: '1 person' })).toHaveCount(3)
        await expect(page.getByText(`Ben Whitehorse, support with reservations: ${worry}`)).toBeVisible()
      }
    })

    await test.step('The result is accessible in light and dark', async () => {
      for (const colorScheme of ['dark', 'light'] as const) {
        for (const page of [rosa.page, ben]) {
          await page.emulateMedia({ colorScheme })
          await expectAccessible(page)
        }
      }
    })

    await test.step('By fist to five: whoever shows less than three is asked what would need to change', async () => {
      await rosa.page.getByRole('button', { name: 'Ask again' }).click()
      await ask(rosa.page, /Fist to five/)
      await answer(amara, /^4/)
      await answer(ben, /^2/, ['What would need to change?', talk])
      await answer(carla, /^3/)
      await ben.getByRole('button', { name: 'Take it back' }).tap()
      await expect(rosa.page.getByText('2 of 3', { exact: true })).toBeVisible()
      await answer(ben, /^2/, ['What would need to change?', talk])
      await close(rosa.page)
      for (const page of everybody) {
        await expect(page.getByText('Not passed', { exact: true })).toBeVisible()
        await expect(page.getByText(`Ben Whitehorse, answered Two: ${talk}`)).toBeVisible()
      }
    })

    await test.step('By consent: step by step, an objection needs its reason', async () => {
      await rosa.page.getByRole('button', { name: 'Ask again' }).click()
      await ask(rosa.page, /Consent/)
      for (const page of everybody) await expect(page.getByText('Step 1 of 6: Present.')).toBeVisible()
      await expect(ben.getByRole('radio', { name: /Objection/ })).toHaveCount(0)
      await lead(rosa.page, everybody, ['Clarify', 'React', 'Round'])
      await ben.getByRole('radio', { name: /Objection/ }).check()
      await expect(ben.getByText('An objection needs its reason.')).toBeVisible()
      for (const page of [rosa.page, ben]) await expectAccessible(page)
      await answer(ben, /Objection/, ['What would it keep us from, and why?', objection])
      await answer(amara, /^Consent/)
      await answer(carla, /^Consent/)
      await close(rosa.page)
      for (const page of everybody) await expect(page.getByText(`Ben Whitehorse, objection: ${objection}`)).toBeVisible()
    })

    await test.step('The objection becomes a change, and the same question is asked again on the changed words', async () => {
      await lead(rosa.page, everybody, ['Integrate'])
      addParagraph(wording.doc, amendment)
      for (const page of everybody) await expect(page.getByText(/The words have changed since this check closed/)).toBeVisible()
      await rosa.page.getByRole('button', { name: 'Ask again on the words as they are now' }).click()
      for (const page of everybody) await expect(page.getByText('Consent, pass 2', { exact: true })).toBeVisible()
      await lead(rosa.page, everybody, ['Clarify', 'React', 'Round'])
      for (const page of [amara, ben, carla]) await answer(page, /^Consent/)
      await close(rosa.page)
      for (const page of everybody) await expect(page.getByText('Passed', { exact: true })).toBeVisible()
    })

    await test.step('Rosa adopts it, with the review date that consent suggests', async () => {
      await rosa.page.getByRole('button', { name: 'Adopt this vision' }).click()
      const dialog = rosa.page.getByRole('dialog', { name: 'Adopt this vision?' })
      await expect(dialog.getByText('3 of 3 answered on this text.')).toBeVisible()
      const inNinetyDays = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
      await expect(dialog.getByLabel('Review it by (optional)')).toHaveValue(inNinetyDays)
      await dialog.getByRole('button', { name: 'Adopt this vision' }).click()
      for (const page of everybody) await expect(page.getByText('Adopted by 3 of 3 people', { exact: true })).toBeVisible()
      const { body } = await host.workshop('GET', `/drafts/${wording.draftId}`)
      expect(body).toMatchObject({ state: 'adopted', text: expect.stringContaining(amendment) })
    })
  } finally {
    host.leave()
    for (const { context } of [rosa, ...phones]) await context.close()
    await server.stop()
  }
})

async function joinByPhone(browser: Browser, server: ServerProcess, code: string, name: string): Promise<Screen> {
  const screen = await openScreen(browser, 'phone', smallPhone)
  await joinByCode(screen.page, server.origin, code, name)
  return screen
}

async function ask(page: Page, method: RegExp): Promise<void> {
  await page.getByRole('radio', { name: method }).check()
  await page.getByRole('button', { name: 'Ask everybody' }).click()
}

async function answer(page: Page, level: RegExp, why?: readonly [question: string, reason: string]): Promise<void> {
  await page.getByRole('group', { name: 'My answer' }).getByRole('radio', { name: level }).check()
  if (why) await page.getByLabel(why[0]).fill(why[1])
  await page.getByRole('button', { name: 'Give my answer' }).tap()
  await expect(page.getByText(/^Your answer is in:/)).toBeVisible()
}

/** Chooses the level after the first one, and gives it, without a pointer. */
async function byKeyboard(page: Page, key: string, label: string): Promise<void> {
  await page.getByRole('radio', { name: /Whole-hearted/ }).focus()
  await page.keyboard.press(key)
  await expect(page.getByRole('radio', { name: new RegExp(label) })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Your answer is in: 2, ${label}`)).toBeVisible()
}

async function lead(facilitator: Page, everybody: readonly Page[], steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    await facilitator.getByRole('button', { name: `Go on to: ${step}` }).click()
    for (const page of everybody) await expect(page.getByText(new RegExp(`^Step \\d of 6: ${step}\\.$`))).toBeVisible()
  }
}

async function close(facilitator: Page): Promise<void> {
  await facilitator.getByRole('button', { name: 'Close the check' }).click()
  await facilitator.getByRole('dialog').getByRole('button', { name: 'Close the check' }).click()
}

function spreadOf(page: Page) {
  return page.getByRole('list', { name: 'How everybody answered' })
}
