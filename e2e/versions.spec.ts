import { expect, type Locator, type Page, test } from '@playwright/test'
import { agenda } from '../shared/workshop/collections'
import { expectAccessible } from './support/accessible'
import type { ApiPerson } from './support/api-person'
import { openWorkshop } from './support/open-workshop'
import { expectSaved, expectStep, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { editorOf, openDraftStep } from './support/wording'

const first = 'One door for every learner in the basin.'
const later = ' It opens at night.'

test('[DRAFTS-70] two people look at what a wording said before, and bring it back while one of them types', async ({ browser }, info) => {
  const server = await ServerProcess.start({ env: { LIMIT_VERSION_REST_MS: '1500' } })
  const { host, joinCode, links } = await openWorkshop(server.origin)
  await openDraftStep(host, 'Check the words')
  const rosa = await openScreen(browser, 'laptop')
  const ben = await openScreen(browser, 'phone')
  await enterByLink(rosa.page, links.host)
  await joinByCode(ben.page, server.origin, joinCode, 'Ben Whitehorse')
  for (const { page } of [rosa, ben]) await expectStep(page, 'Check the words')
  const shot = (page: Page, name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })

  try {
    await test.step('Rosa writes, looks at the empty timeline, and gives the text a name by keyboard', async () => {
      const { page } = rosa
      await page.getByRole('button', { name: 'Versions', exact: true }).click()
      await expect(page.getByText('No versions yet')).toBeVisible()
      await page.keyboard.press('Escape')
      await editorOf(page).click()
      await page.keyboard.insertText(first)
      await expectSaved(page)
      await page.getByRole('button', { name: 'Versions', exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.getByLabel('Name the present text').fill('Before lunch')
      await page.keyboard.press('Enter')
      await expect(panelOf(page).getByRole('listitem').filter({ hasText: '“Before lunch”' })).toContainText('Written and named by you')
    })

    await test.step('Ben types on his phone; the server keeps a version by itself, with his name', async () => {
      const { page } = ben
      await editorOf(page).tap()
      await page.keyboard.press('Control+End')
      await page.keyboard.insertText(later)
      await expectSaved(page)
      const kept = panelOf(rosa.page).getByRole('listitem').filter({ hasText: 'Written by Ben Whitehorse' })
      await expect(kept).toContainText('4 words added')
      await expect(panelOf(rosa.page).locator('.compared ins')).toContainText('It opens at night')
      await shot(rosa.page, 'laptop-light')
    })

    await test.step('The panel is accessible in light and dark, on laptop and phone, and clips nothing', async () => {
      await ben.page.getByRole('button', { name: 'Versions', exact: true }).tap()
      await expect(panelOf(ben.page).getByRole('listitem')).toHaveCount(3)
      for (const [name, { page }] of [['laptop', rosa] as const, ['phone', ben] as const]) {
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme })
          await expectAccessible(page)
          await shot(page, `${name}-${colorScheme}`)
        }
        const panel = panelOf(page)
        expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)
      }
    })

    await test.step('Ben picks two by tapping: what came between them is marked', async () => {
      const { page } = ben
      await page.getByRole('radio', { name: /^Compare from “Before lunch”/ }).tap()
      await page.getByRole('radio', { name: /^Compare to Kept automatically/ }).tap()
      await expect(panelOf(page).locator('.compared ins')).toContainText('It opens at night')
      await page.getByRole('button', { name: 'Close' }).last().tap()
    })

    await test.step('Rosa brings the first text back while Ben types: he sees it, and none of his words is lost', async () => {
      await editorOf(ben.page).tap()
      await ben.page.keyboard.press('Control+End')
      const typing = ben.page.keyboard.type(' Zebra heron otter.', { delay: 40 })
      await panelOf(rosa.page)
        .getByRole('button', { name: /^Bring back “Before lunch”/ })
        .click()
      await expect(rosa.page.getByRole('dialog', { name: 'Bring this text back?' })).toBeVisible()
      await shot(rosa.page, 'laptop-question')
      await rosa.page.getByRole('button', { name: 'Bring it back' }).click()
      await expect(rosa.page.getByRole('region', { name: 'Messages' })).toContainText('The draft says again what it said')
      await typing
      await expectSaved(ben.page)
      for (const { page } of [rosa, ben]) {
        await expect(editorOf(page)).toContainText(first)
        await expect(editorOf(page)).not.toContainText('It opens at night')
      }
      const said = await everythingSaid(host)
      for (const letter of 'Zebraheronotter') expect(said).toContain(letter)
    })

    await test.step('Undo gives the draft back what it said', async () => {
      await rosa.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
      for (const { page } of [rosa, ben]) await expect(editorOf(page)).toContainText('It opens at night')
    })
  } finally {
    await server.stop()
  }
})

/** The draft and all its versions, in one. */
async function everythingSaid(person: ApiPerson): Promise<string> {
  const step = agenda.all(await person.open('record')).find(({ title }) => title === 'Check the words')
  const path = `/drafts/${step?.subject?.id}`
  const { versions } = (await person.workshop('GET', `${path}/versions`)).body as { versions: { versionId: string }[] }
  const texts = [person.workshop('GET', path), ...versions.map(({ versionId }) => person.workshop('GET', `${path}/versions/${versionId}`))]
  return (await Promise.all(texts)).map(({ body }) => String(body.text)).join('\n')
}

function panelOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Versions of Vision' })
}
