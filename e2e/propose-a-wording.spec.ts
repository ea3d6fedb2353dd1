import { expect, type Locator, type Page, test } from '@playwright/test'
import { participants } from '../shared/workshop/collections'
import { expectReadable } from './support/accessible'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { editorOf, openDraftStep, selectIn, wordingOf } from './support/wording'

const vision = 'By 2030, every adult in Sonora Valley can see a clear path to a family-sustaining career.'

test('Grace proposes on a phone, Ben goes on writing, Rosa accepts one wording and keeps one', async ({ browser }, info) => {
  const server = await ServerProcess.start()
  const { links, joinCode, host } = await openWorkshop(server.origin)
  const [rosa, ben, grace] = [await openScreen(browser, 'laptop'), await openScreen(browser, 'laptop'), await openScreen(browser, 'phone')]
  const [facilitator, writer, voter] = [rosa.page, ben.page, grace.page]
  const beside = facilitator.getByRole('complementary', { name: 'Comments and guidance' })
  const sheet = voter.getByRole('dialog', { name: 'Comments' })
  const shot = (page: Page, name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const forPath = (within: Locator) => within.getByRole('article', { name: /^Grace Lindqvist proposes another wording for “clear path”/ })

  try {
    await test.step('Ben has written a vision; Grace is here to vote', async () => {
      const record = await openDraftStep(host)
      await enterByLink(facilitator, links.host)
      await joinByCode(writer, server.origin, joinCode, 'Ben Whitehorse', 'Valley College')
      await joinByCode(voter, server.origin, joinCode, 'Grace Lindqvist', 'County Human Services')
      await expect.poll(() => participants.all(record).some(({ name }) => name === 'Grace Lindqvist')).toBe(true)
      const seat = participants.all(record).find(({ name }) => name === 'Grace Lindqvist')?.id
      expect((await host.workshop('PATCH', `/participants/${seat}`, { role: 'voter' })).status).toBe(200)
      await editorOf(writer).click()
      await writer.keyboard.insertText(vision)
      await expect(wordingOf(voter)).toHaveText(vision)
      await expect(editorOf(voter)).toHaveCount(0)
    })

    await test.step('Grace selects two words on her phone and proposes others, from the field of a comment', async () => {
      await selectIn(wordingOf(voter), 'clear path')
      await voter.getByRole('button', { name: 'Comment on the selected words' }).tap()
      await sheet.getByRole('button', { name: 'Propose another wording instead' }).tap()
      const field = sheet.getByRole('textbox', { name: 'Your wording for “clear path”' })
      await expect(field).toHaveValue('clear path')
      await expect(sheet.getByRole('button', { name: 'Propose', exact: true })).toHaveAttribute('aria-disabled', 'true')
      await field.fill('clear and reachable path')
      await sheet.getByRole('textbox', { name: 'Why (optional)' }).fill('A path is not enough if they can’t get to class.')
      await expectReadable(voter)
      await shot(voter, 'phone-field')
      // Whoever presses twice has proposed once.
      await sheet.getByRole('button', { name: 'Propose', exact: true }).dblclick()
      await expect(forPath(sheet).getByText('and reachable')).toBeVisible()
      await expect(forPath(sheet).getByRole('button', { name: 'Withdraw' })).toBeVisible()
      await expect(sheet.getByRole('button', { name: 'Accept' })).toHaveCount(0)
      await expectReadable(voter)
      await shot(voter, 'phone-card')
      await sheet.getByRole('button', { name: 'Close' }).tap()
      await expect(voter.getByRole('button', { name: 'clear path, another wording proposed' })).toBeVisible()
    })

    await test.step('Ben proposes one too, by keyboard, within the conversation about it', async () => {
      await selectIn(editorOf(writer), 'family-sustaining')
      await writer.keyboard.press('Control+Alt+m')
      await writer.keyboard.type('Who knows what that is?')
      await writer.keyboard.press('Control+Enter')
      const thread = writer.getByRole('article', { name: 'Ben Whitehorse on “family-sustaining”' })
      await expect(thread).toBeFocused()
      await writer.keyboard.press('Tab')
      await thread.getByRole('button', { name: /^Propose words for/ }).focus()
      await writer.keyboard.press('Enter')
      const field = writer.getByRole('textbox', { name: 'Your wording for “family-sustaining”' })
      await expect(field).toBeFocused()
      await field.fill('well-paid')
      await writer.keyboard.press('Control+Enter')
      await expect(thread.getByRole('article', { name: /^Ben Whitehorse proposes/ }).getByText('well-paid')).toBeVisible()
    })

    await test.step('Rosa reads both, accepts the first while Ben types, and keeps the second with a reason', async () => {
      await beside.getByRole('tab', { name: /^Comments/ }).click()
      await expect(forPath(beside).getByText(/County Human Services · (now|\d+ min)$/)).toBeVisible()
      await expect(facilitator.locator('.drafts-card mark.sg')).toHaveText('clear path')
      await expectReadable(facilitator)
      await shot(facilitator, 'laptop-two')
      await editorOf(writer).click()
      await editorOf(writer).press('Control+End')
      const typing = editorOf(writer).pressSequentially(' Nobody waits, and nobody walks alone.', { delay: 25, timeout: 60_000 })
      await forPath(beside).getByRole('button', { name: 'Accept' }).click()
      await typing
      const agreed = `${vision.replace('clear path', 'clear and reachable path')} Nobody waits, and nobody walks alone.`
      for (const page of [facilitator, writer]) await expect(editorOf(page)).toHaveText(agreed)
      await expect(wordingOf(voter)).toHaveText(agreed)
      await expect(facilitator.getByText('The proposed words are in the text', { exact: true })).toBeVisible()

      const thread = beside.getByRole('article', { name: 'Ben Whitehorse on “family-sustaining”' })
      await thread.getByRole('button', { name: 'Keep as is' }).click()
      await beside.getByRole('textbox', { name: 'Why it stays (optional)' }).fill('The measures define it.')
      await facilitator.keyboard.press('Control+Enter')
      await expect(writer.getByRole('article', { name: /^Ben Whitehorse on/ }).getByText('The measures define it.')).toBeVisible()
      await expect(thread.getByText(/^Kept as is by/)).toBeVisible()
      await expect(beside.getByText('1 open · 1 resolved')).toBeVisible()
      await expectReadable(facilitator)
      await shot(facilitator, 'laptop-decided')
    })

    await test.step('A third, for all of it, waits while the wording is locked; its words change meanwhile', async () => {
      await setLocked(facilitator, 'Lock this wording')
      await voter.getByRole('button', { name: /^Comments, / }).tap()
      await sheet.getByText('1 resolved', { exact: true }).tap()
      await expect(forPath(sheet).getByText(/^Accepted by Rosa/)).toBeVisible()
      await sheet.getByRole('button', { name: 'Add a comment' }).tap()
      await sheet.getByRole('button', { name: 'Propose another wording instead' }).tap()
      await sheet
        .getByRole('textbox', { name: 'Your wording for the whole statement' })
        .fill('Every adult can see a clear and reachable path.\nNobody waits.')
      await shot(voter, 'phone-whole')
      await sheet.getByRole('button', { name: 'Propose', exact: true }).tap()
      const whole = beside.getByRole('article', { name: 'Grace Lindqvist proposes another wording for the whole statement' })
      await expect(whole.getByText('The proposal waits until it is open again.', { exact: false })).toBeVisible()
      await expect(whole.getByRole('button', { name: 'Accept' })).toHaveCount(0)
      await setLocked(facilitator, 'Open it again')
      await editorOf(writer).click()
      await editorOf(writer).press('Control+Home')
      await editorOf(writer).pressSequentially('Together: ')
      await expect(whole.getByText('These words have changed since it was proposed.', { exact: false })).toBeVisible()
      await expectReadable(facilitator)
      await shot(facilitator, 'laptop-changed')
      const own = sheet.getByRole('article', { name: 'Grace Lindqvist proposes another wording for the whole statement' })
      await own.getByRole('button', { name: 'Propose again' }).tap()
      await sheet.getByRole('button', { name: 'Propose', exact: true }).tap()
      await whole.getByRole('button', { name: 'Accept' }).click()
      for (const page of [facilitator, writer])
        await expect(editorOf(page).getByRole('paragraph')).toHaveText(['Every adult can see a clear and reachable path.', 'Nobody waits.'])
      await facilitator.getByRole('button', { name: 'Undo', exact: true }).last().click()
      await expect(editorOf(writer)).toContainText('Together: By 2030')
      await expectReadable(voter)
      await shot(voter, 'phone-end')
    })
  } finally {
    host.leave()
    for (const { context } of [rosa, ben, grace]) await context.close()
    await server.stop()
  }
})

async function setLocked(page: Page, item: 'Lock this wording' | 'Open it again'): Promise<void> {
  await page.getByRole('button', { name: 'More for Vision' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
