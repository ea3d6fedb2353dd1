import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectReadable } from './support/accessible'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { allSaved, enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { editorOf, openDraftStep } from './support/wording'

const fromWord = readFileSync(join(import.meta.dirname, '../test/client/tools/drafts/editor/pastes/word-desktop.clip'), 'utf8')
const longest = Array.from({ length: 1_900 }, (_, at) => `${at} `.padEnd(100, 'word ')).join('\n')
const patientMs = 60_000

test('Rosa pastes from Word and writes by keyboard, Amara writes with her on a phone, and too much is refused', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { links, joinCode, host } = await openWorkshop(server.origin)
  const [rosa, amara] = [await openScreen(browser, 'laptop'), await openScreen(browser, 'phone')]
  const [laptop, phone] = [rosa.page, amara.page]
  const toolbar = laptop.getByRole('toolbar', { name: 'Text' })

  try {
    await test.step('What Rosa pastes from Word is with Amara as headings, lists and a table; its picture stays out', async () => {
      await openDraftStep(host)
      await enterByLink(laptop, links.host)
      await joinByCode(phone, server.origin, joinCode, 'Amara Okafor')
      await editorOf(laptop).click()
      await paste(laptop, { 'text/html': fromWord, 'text/plain': 'Copper Basin' })
      await expect(laptop.getByText('1 picture stayed out', { exact: false }).first()).toBeVisible()
      await expect(editorOf(phone).getByRole('heading', { name: 'Our vision' })).toBeVisible()
      await expect(editorOf(phone).locator('li li')).toHaveText(['open at night', 'to employers'])
      await expect(editorOf(phone).getByRole('link', { name: 'the plan' })).toHaveAttribute('href', 'https://example.org/plan')
      await expect(editorOf(phone)).not.toContainText('hidden words')
      await expect(editorOf(phone).locator('[class^=Mso]')).toHaveCount(0)
      await expectReadable(laptop)
      await expectReadable(phone)
    })

    await test.step('[DRAFTS-162] What a page hides in its markup is neither run nor loaded nor reported', async () => {
      const said: string[] = []
      laptop.on('console', (message) => said.push(message.text()))
      laptop.on('request', (request) => said.push(request.url()))
      const html = '<style>p{color:red}</style><p style="color:red" onclick="x()">Kept words</p><img src="/taken.png" onerror="x()">'
      await paste(laptop, { 'text/html': html, 'text/plain': 'Kept words' })
      await expect(editorOf(phone)).toContainText('Kept words')
      expect(said.filter((line) => /Content Security Policy|taken\.png/.test(line))).toEqual([])
    })

    await test.step('Rosa makes a heading, a list and a link by keys alone, and leaves the text', async () => {
      const editor = editorOf(laptop)
      await editor.press('Control+End')
      await editor.press('Control+Enter')
      await editor.press('Enter')
      await editor.press('Control+Alt+2')
      await editor.pressSequentially('By keys')
      await editor.press('Enter')
      await editor.press('Control+Shift+8')
      await editor.pressSequentially('one')
      await expect(editor.getByRole('heading', { name: 'By keys' })).toBeVisible()
      await editor.press('Shift+Home')
      await editor.press('Control+Alt+k')
      await laptop.getByLabel('Address').fill('example.org')
      await laptop.keyboard.press('Enter')
      await expect(editor.getByRole('link', { name: 'one' })).toHaveAttribute('href', 'https://example.org/')
      await editor.press('Alt+F10')
      await expect(toolbar.getByRole('button', { name: /^Bold/ })).toBeFocused()
      await laptop.keyboard.press('ArrowRight')
      await expect(toolbar.getByRole('button', { name: /^Italic/ })).toBeFocused()
      await editor.press('Escape')
      await expect(editor).not.toBeFocused()
    })

    await test.step('Amara’s undo on the phone takes back hers and leaves Rosa’s', async () => {
      await editorOf(phone).getByRole('heading', { name: 'By keys' }).tap()
      await editorOf(phone).pressSequentially('Hers ')
      await expect(editorOf(laptop)).toContainText('Hers')
      await phone.getByRole('button', { name: /^Undo/ }).tap()
      await expect(editorOf(laptop)).not.toContainText('Hers')
      await expect(editorOf(laptop)).toContainText('By keys')
      for (const button of await phone.getByRole('toolbar', { name: 'Text' }).getByRole('button').all()) {
        const box = await button.boundingBox()
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
      }
    })

    await test.step('A text of 190 000 characters comes in and is saved; what goes beyond is refused whole, with the reason', async () => {
      await editorOf(laptop).press('Control+a')
      const tookMs = await paste(laptop, { 'text/plain': longest })
      test.info().annotations.push({ type: 'paste of 190 000 characters', description: `${Math.round(tookMs)} ms` })
      await expect.poll(async () => (await editorOf(phone).innerText()).length, { timeout: patientMs }).toBeGreaterThan(185_000)
      await allSaved(laptop)
      await paste(laptop, { 'text/plain': longest })
      await expect(laptop.getByText('Not brought in: the wording would have', { exact: false }).first()).toBeVisible({ timeout: patientMs })
      await editorOf(laptop).press('Control+z')
      await expect(editorOf(phone).getByRole('heading', { name: 'By keys' })).toBeVisible({ timeout: patientMs })
      await allSaved(laptop)
      await expect(laptop.getByText('not accepted', { exact: false })).toHaveCount(0)
    })
  } finally {
    await rosa.context.close()
    await amara.context.close()
    await server.stop()
  }
})

/** Pastes as the browser would, and says how long the page was busy with it. */
async function paste(page: Page, content: Readonly<Record<string, string>>): Promise<number> {
  return editorOf(page).evaluate((editor, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text)
    const beganMs = performance.now()
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    return performance.now() - beganMs
  }, content)
}
