import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectReadable } from './support/accessible'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { allSaved, enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { editorOf, openDraftStep, selectIn, wordingOf } from './support/wording'

const vision = 'By 2030, every adult in Sonora Valley can see a clear path to a family-sustaining career.'
const doubt = 'For the families we see, a path is not enough. Can we say “reachable”?'

test('Rosa on a laptop and Amara on a phone talk about the words of a vision', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { links, joinCode, host } = await openWorkshop(server.origin)
  const [rosa, amara] = [await openScreen(browser, 'laptop'), await openScreen(browser, 'phone')]
  const [laptop, phone] = [rosa.page, amara.page]
  const beside = laptop.getByRole('complementary', { name: 'Comments and guidance' })
  const sheet = phone.getByRole('dialog', { name: 'Comments' })

  try {
    await test.step('Rosa writes the vision; the guide stands beside it while nobody has commented', async () => {
      await openDraftStep(host)
      await enterByLink(laptop, links.host)
      await joinByCode(phone, server.origin, joinCode, 'Amara Okafor', 'County Human Services')
      await editorOf(laptop).click()
      await laptop.keyboard.insertText(vision)
      await expect(editorOf(phone)).toHaveText(vision)
      await expect(beside.getByRole('heading', { name: 'A good vision' })).toBeVisible()
      await beside.getByRole('tab', { name: 'Comments' }).click()
      await expect(beside.getByText('No comments yet.')).toBeVisible()
      await expectReadable(laptop)
      await expectReadable(phone)
    })

    await test.step('Amara selects two words on her phone and comments on them in the sheet', async () => {
      await selectIn(editorOf(phone), 'clear path')
      await phone.getByRole('button', { name: 'Comment on the selected words' }).tap()
      await sheet.getByRole('textbox', { name: 'Your comment on “clear path”' }).fill(doubt)
      await expectReadable(phone)
      await sheet.getByRole('button', { name: 'Comment', exact: true }).tap()
      await expect(sheet.getByRole('article', { name: 'Amara Okafor on “clear path”' })).toBeFocused()
      await expectReadable(phone)
      await sheet.getByRole('button', { name: 'Close' }).tap()
      await expectMarked(phone, 'clear path')
    })

    await test.step('[DRAFTS-163] A tap on the commented words is for her caret, a button beside them for the comment', async () => {
      await marksOf(phone).first().tap()
      await expect(editorOf(phone)).toBeFocused()
      await expect(phone.getByRole('button', { name: 'Comment on “clear path”' })).toBeVisible()
      await expect(sheet).toHaveCount(0)
      await expectReadable(phone)
      await phone.getByRole('button', { name: 'Comment on “clear path”' }).tap()
      await expect(sheet.getByRole('article', { name: 'Amara Okafor on “clear path”' })).toHaveAttribute('aria-current', 'true')
      await sheet.getByRole('button', { name: 'Close' }).tap()
    })

    await test.step('Rosa reads it beside the text, presses the mark and answers', async () => {
      const card = beside.getByRole('article', { name: 'Amara Okafor on “clear path”' })
      await expect(card.getByText(doubt)).toBeVisible()
      await expect(card.getByText(/County Human Services · (now|\d+ min)$/)).toBeVisible()
      await marksOf(laptop).first().click()
      await expect(card).toHaveAttribute('aria-current', 'true')
      await card.getByRole('button', { name: 'Answer' }).click()
      await laptop.getByRole('textbox', { name: 'Your answer to Amara Okafor' }).fill('“A clear and reachable path” works for me.')
      await laptop.keyboard.press('Control+Enter')
      await expect(card.getByRole('listitem').getByText('works for me', { exact: false })).toBeVisible()
      await expectReadable(laptop)
      await phone.getByRole('button', { name: 'Comments, 1 open' }).tap()
      await expect(sheet.getByText('works for me', { exact: false })).toBeVisible()
      await sheet.getByRole('button', { name: 'Show “clear path” in the text' }).tap()
      await expect(sheet).toHaveCount(0)
      await expect(marksOf(phone).first()).toBeInViewport()
    })

    await test.step('The comment stays on its words while Rosa writes around, between and breaks the line', async () => {
      const editor = editorOf(laptop)
      await editor.press('Control+Home')
      await editor.pressSequentially('Together: ')
      await caretBefore(editor, 'path to')
      await editor.pressSequentially('and reachable ')
      for (const page of [laptop, phone]) await expectMarked(page, 'clear and reachable path')
      await caretBefore(editor, 'every adult')
      await editor.press('Enter')
      for (const page of [laptop, phone]) {
        await expect(editorOf(page).getByRole('paragraph')).toHaveCount(2)
        await expectMarked(page, 'clear and reachable path')
      }
      await laptop.reload()
      await expectMarked(laptop, 'clear and reachable path')
    })

    await test.step('Locked for a check, the text can still be talked about, by keyboard', async () => {
      await laptop.getByRole('button', { name: 'More for Vision' }).click()
      await laptop.getByRole('menuitem', { name: 'Lock this wording' }).click()
      for (const page of [laptop, phone]) await expect(page.getByText('has locked this wording.', { exact: false })).toBeVisible()
      await selectIn(wordingOf(laptop), 'every adult')
      await laptop.keyboard.press('c')
      await laptop.keyboard.type('Adults only?')
      await laptop.keyboard.press('Control+Enter')
      for (const page of [laptop, phone]) {
        await expect(page.getByRole('button', { name: 'every adult, commented' })).toBeVisible()
      }
      await expectReadable(laptop)
      await phone.getByRole('button', { name: 'every adult, commented' }).tap()
      await expect(sheet.getByRole('article', { name: 'Rosa Delgado on “every adult”' })).toHaveAttribute('aria-current', 'true')
      await expectReadable(phone)
    })

    await test.step('Amara resolves it and takes that back; Rosa opens the guide meanwhile', async () => {
      const card = sheet.getByRole('article', { name: 'Rosa Delgado on “every adult”' })
      await card.getByRole('button', { name: 'Resolve' }).tap()
      await expect(beside.getByText('1 open · 1 resolved')).toBeVisible()
      await expect(laptop.getByRole('button', { name: 'every adult, commented' })).toHaveCount(0)
      await sheet.getByRole('button', { name: 'Undo' }).tap()
      await expect(beside.getByText('2 open')).toBeVisible()
      await card.getByRole('button', { name: 'Resolve' }).tap()
      await expect(beside.getByText('1 open · 1 resolved')).toBeVisible()
      await sheet.getByRole('button', { name: 'Close' }).tap()
      await beside.getByRole('tab', { name: 'Guidance' }).click()
      await expect(beside.getByRole('heading', { name: 'A good vision' })).toBeVisible()
      await beside.getByRole('tab', { name: /^Comments/ }).click()
    })

    await test.step('When the words go, the comment keeps them and stands apart; undo brings both back', async () => {
      await laptop.getByRole('button', { name: 'More for Vision' }).click()
      await laptop.getByRole('menuitem', { name: 'Open it again' }).click()
      await selectIn(editorOf(laptop), 'clear and reachable path ')
      await editorOf(laptop).press('Delete')
      const gone = beside.getByRole('region', { name: 'On words that are gone' })
      await expect(gone.getByText('clear path', { exact: true })).toBeVisible()
      await expect(gone.getByText(doubt)).toBeVisible()
      await expect(marksOf(laptop)).toHaveCount(0)
      await expectReadable(laptop)
      await phone.getByRole('button', { name: 'Comments, 1 open' }).tap()
      await expect(sheet.getByRole('region', { name: 'On words that are gone' }).getByText(doubt)).toBeVisible()
      await expectReadable(phone)
      await editorOf(laptop).press('Control+z')
      for (const page of [laptop, phone]) await expectMarked(page, 'clear and reachable path')
      await expect(gone).toHaveCount(0)
      await allSaved(laptop)
    })
  } finally {
    host.leave()
    for (const { context } of [rosa, amara]) await context.close()
    await server.stop()
  }
})

function marksOf(page: Page): Locator {
  return page.locator('.drafts-card mark.cm')
}

/** Somebody's caret within the words parts the mark, not the words. */
async function expectMarked(page: Page, words: string): Promise<void> {
  await expect.poll(async () => (await marksOf(page).allTextContents()).join('')).toBe(words)
}

async function caretBefore(editor: Locator, words: string): Promise<void> {
  await selectIn(editor, words)
  await editor.press('ArrowLeft')
}
