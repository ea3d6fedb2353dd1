import { expect, test } from '@playwright/test'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { enterByLink } from './support/seat'
import { ServerProcess } from './support/server-process'

test('coming in: a knock, a passphrase, and an invite for one person', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { joinCode, links, host } = await openWorkshop(server.origin)
  const facilitator = await openScreen(browser, 'laptop')
  await enterByLink(facilitator.page, links.host)

  async function keepDoor(choice: string, passphrase?: string) {
    await facilitator.page.getByRole('button', { name: 'Invite', exact: true }).click()
    const dialog = facilitator.page.getByRole('dialog')
    await dialog.getByRole('radio', { name: new RegExp(`^${choice}`) }).check()
    if (passphrase) await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await dialog.getByRole('button', { name: 'Change the door' }).click()
    await expect(dialog.getByRole('button', { name: 'Change the door' })).toBeHidden()
    await facilitator.page.keyboard.press('Escape')
  }

  await test.step('a guest on a phone knocks, waits, and goes in once let in', async () => {
    await keepDoor('Knock')
    const { page, context } = await openScreen(browser, 'phone')
    await page.goto(`${server.origin}/j/${joinCode}`)
    await page.getByLabel('Your name').fill('Ben Whitehorse')
    await page.getByRole('button', { name: 'Ask to come in' }).click()
    await expect(page.getByRole('heading', { name: 'You are at the door, Ben Whitehorse' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'You are at the door, Ben Whitehorse' })).toBeVisible()
    const banner = facilitator.page.getByRole('region', { name: 'At the door' })
    await expect(banner).toContainText('Ben Whitehorse asks to come in.')
    await banner.getByRole('button', { name: 'Let in' }).click()
    await expect(page.locator('[data-saved=saved]')).toBeAttached()
    await expect(banner).toBeHidden()
    await context.close()
  })

  await test.step('another guest is turned away, kindly, and let in after all', async () => {
    const { page, context } = await openScreen(browser, 'phone')
    await page.goto(`${server.origin}/j/${joinCode}`)
    await page.getByLabel('Your name').fill('Tom Nakamura')
    await page.getByRole('button', { name: 'Ask to come in' }).click()
    await facilitator.page.getByRole('button', { name: 'Look first' }).click()
    await facilitator.page.getByRole('button', { name: 'Turn Tom Nakamura away' }).click()
    await expect(page.getByRole('heading', { name: 'Not just now' })).toBeVisible()
    await facilitator.page.getByRole('button', { name: 'Let Tom Nakamura in after all' }).click()
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(page.locator('[data-saved=saved]')).toBeAttached()
    await expect(facilitator.page.getByText('Let in at the door', { exact: true })).toHaveCount(2)
    await facilitator.page.keyboard.press('Escape')
    await context.close()
  })

  await test.step('a passphrase is asked for, a wrong one is told, the right one opens', async () => {
    await keepDoor('Passphrase', 'river stone')
    const { page, context } = await openScreen(browser, 'phone')
    await page.goto(`${server.origin}/j/${joinCode}`)
    await page.getByLabel('Your name').fill('Grace Lindqvist')
    await page.getByLabel('Passphrase').fill('river')
    await page.getByRole('button', { name: 'Join the session' }).click()
    await expect(page.getByText('This is not the passphrase of this session.')).toBeVisible()
    await page.getByLabel('Passphrase').fill('River stone')
    await page.getByRole('button', { name: 'Join the session' }).click()
    await expect(page.locator('[data-saved=saved]')).toBeAttached()
    await context.close()
  })

  await test.step('a personal invite goes past the door, on one device only', async () => {
    await facilitator.page.getByRole('button', { name: 'Invite', exact: true }).click()
    const dialog = facilitator.page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Ana Lopez')
    await dialog.getByRole('button', { name: 'Make invite' }).click()
    const address = await dialog.getByLabel('Invite for Ana Lopez', { exact: true }).inputValue()
    await expect(dialog.getByText('not used yet')).toBeVisible()

    const first = await openScreen(browser, 'phone')
    await first.page.goto(address)
    await expect(first.page.getByLabel('Your name')).toHaveValue('Ana Lopez')
    await first.page.getByRole('button', { name: 'Join the session' }).click()
    await expect(first.page.locator('[data-saved=saved]')).toBeAttached()
    await first.page.goto('about:blank')
    await first.page.goto(address)
    await expect(first.page.locator('[data-saved=saved]')).toBeAttached()

    const second = await openScreen(browser, 'laptop')
    await second.page.goto(address)
    await expect(second.page.getByText('This invite was used on another device')).toBeVisible()
    await second.context.close()
    await first.context.close()
  })

  host.leave()
  await facilitator.context.close()
  await server.stop()
})
