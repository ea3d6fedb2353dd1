import { expect, type Page, test } from '@playwright/test'
import * as Y from 'yjs'
import { rounds } from '../shared/tools/votes/collections'
import { agenda } from '../shared/workshop/collections'
import { expectAccessible } from './support/accessible'
import { ApiPerson } from './support/api-person'
import { movableClock, restartDaysLater } from './support/later'
import { openWorkshop } from './support/open-workshop'
import { expectSaved, expectStep, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { editorOf } from './support/wording'

const words = 'One door for every learner in the basin.'
const dissent = 'A door is not enough: name the wage.'
const why = 'The door must lead to a job.'
const dayMs = 24 * 60 * 60 * 1000
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)

test('[DRAFTS-90] a group adopts a text with a minority statement, revises it with a reason, and reviews it when the day comes', async ({
  browser,
}, info) => {
  const server = await ServerProcess.start({ env: { ...movableClock } })
  const { host, joinCode, links } = await openWorkshop(server.origin)
  const rosa = await openScreen(browser, 'laptop')
  const ben = await openScreen(browser, 'phone')
  await joinByCode(ben.page, server.origin, joinCode, 'Ben Whitehorse', 'Tribal College')
  const amara = await ApiPerson.join(server.origin, joinCode, 'Amara Okafor', 'Tribal College')
  await beginVision(host)
  await enterByLink(rosa.page, links.host)
  for (const { page } of [rosa, ben]) await expectStep(page, 'Check the words')
  const shot = (page: Page, name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })

  try {
    await test.step('Ben says not yet, and writes a minority statement that he stands behind', async () => {
      const { page } = ben
      await rosa.page.getByRole('button', { name: 'Ask everybody' }).click()
      await expect(page.getByRole('button', { name: 'Not yet' })).toBeVisible()
      const [round] = rounds.all(await amara.open('record'))
      const { textHash } = (await amara.workshop('GET', `/drafts/${await draftOf(host)}`)).body
      await amara.workshop('PUT', `/rounds/${round?.id}/ballot`, {
        idempotencyKey: 'amara-says-yes',
        baseVersion: 0,
        answer: 'resonates',
        textHash,
      })
      await page.getByRole('button', { name: 'Not yet' }).tap()
      await page.getByLabel('What would need to change?').fill('Name the wage.')
      await page.getByRole('button', { name: 'Send' }).tap()
      await page.getByRole('button', { name: 'Write a minority statement' }).tap()
      const card = page.getByRole('region', { name: 'Minority statement' })
      await expect(card).toContainText('Written by those who answered below the threshold.')
      const dialog = page.getByRole('dialog', { name: 'Minority statement' })
      await dialog.getByRole('textbox').fill(dissent)
      await expectSaved(page)
      await dialog.getByRole('button', { name: 'Done' }).tap()
      await card.getByRole('button', { name: 'I stand behind this' }).tap()
      await expect(card).toContainText('Ben Whitehorse stands behind it.')
      await shot(page, 'minority-phone')
      await expect(rosa.page.getByRole('region', { name: 'Minority statement' })).toContainText(dissent)
      await expect(rosa.page.getByRole('button', { name: 'Write a minority statement' })).toHaveCount(0)
    })

    await test.step('Rosa adopts it with a reason: the card says how it was asked, by organisation, with the minority statement', async () => {
      const { page } = rosa
      await adopt(page, 'We begin with it.')
      const card = page.getByRole('article', { name: 'Vision' })
      await expect(card).toContainText('Resonance check: 2 of 2 answered on this text. Its rule was not met.')
      await expect(card).toContainText('Answered, by organisation: Tribal College 2 of 2.')
      await expect(card).toContainText('Reason given: We begin with it.')
      await expect(card.getByRole('region', { name: 'Minority statement' })).toContainText('Ben Whitehorse stands behind it.')
      await shot(page, 'adopted-laptop')
    })

    await test.step('She revises it: what should change and why is asked, and version 1 stays in force', async () => {
      const { page } = rosa
      await page.getByRole('button', { name: 'Revise…' }).click()
      await page.getByRole('button', { name: 'Begin version 2' }).click()
      await expect(page.getByText('Say in a sentence what should change and why.')).toBeVisible()
      await page.getByLabel('What should change, and why?').fill(why)
      await page.getByRole('button', { name: 'Begin version 2' }).click()
      for (const each of [rosa, ben]) {
        await expect(each.page.getByText(`Why there is a version 2: ${why}`)).toBeVisible()
        await expect(each.page.getByText('In force until this is adopted: version 1')).toBeVisible()
      }
      await editorOf(page).click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' It leads to a job.')
      await expectSaved(page)
      await page.getByRole('button', { name: 'More for Vision' }).click()
      await page.getByRole('menuitem', { name: 'Who wrote which words' }).click()
      await expect(page.getByRole('list', { name: 'Words by person' })).toContainText('Rosa Delgado5 words')
      await shot(page, 'authors-laptop')
      await page.getByRole('button', { name: 'Close' }).last().click()
    })

    await test.step('Version 2 is adopted: both versions stay readable, with what changed and why, also in Markdown', async () => {
      await adopt(rosa.page, 'Said aloud.', day(5))
      for (const { page } of [rosa, ben]) {
        const versions = page.getByRole('region', { name: 'Versions' })
        await expect(versions).toContainText(`Why: ${why}`)
        await expect(versions).toContainText('5 words added: added “It leads to a job”.')
        await versions.getByText('Read version 1').click()
        await expect(versions.getByText(words, { exact: true })).toBeVisible()
        await expect(versions.getByRole('region', { name: 'Minority statement' })).toContainText(dissent)
      }
      await expectAccessible(rosa.page)
      await shot(rosa.page, 'lineage-laptop')
      await shot(ben.page, 'lineage-phone')
      await ben.page.emulateMedia({ colorScheme: 'dark' })
      await shot(ben.page, 'lineage-phone-dark')
      expect(await ben.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      const markdown = String((await host.workshop('GET', '/document.md?parts=vision')).body.text)
      expect(markdown).toContain(`Why: ${why}`)
      expect(markdown).toContain('Minority statement on version 1')
      expect(markdown).toContain('5 words added: added “It leads to a job”.')
    })

    await test.step('Six days later the review is on the agenda by itself; it stays as it is, and the log says so', async () => {
      const { page } = rosa
      await restartDaysLater(server, 6)
      await page.reload()
      const step = page.getByRole('link', { name: /Review: Vision/ })
      await expect(step).toContainText('Due for review')
      await step.click()
      await expectStep(page, 'Review: Vision')
      await expect(page.getByRole('article', { name: 'Vision' }).getByText('Due for review')).toBeVisible()
      await shot(page, 'review-laptop')
      await page.getByRole('button', { name: 'Reviewed, stays as it is' }).click()
      await page.getByLabel('Review it next on (optional)').fill(day(400))
      await page.getByRole('button', { name: 'It stays as it is' }).click()
      await expect(step).not.toContainText('Due for review')
      await page.getByRole('link', { name: /Decision log/ }).click()
      await expect(page.getByText('Vision reviewed: “Vision”, version 2, stays as it is.')).toBeVisible()
    })
  } finally {
    amara.leave()
    host.leave()
    await server.stop()
  }
})

/** Begins the vision on its step, with words in it, and brings everybody there. */
async function beginVision(person: ApiPerson): Promise<void> {
  const step = agenda.all(await person.open('record')).find(({ title }) => title === 'Check the words')
  if (!step) throw new Error('no step to check the words')
  await person.workshop('POST', '/drafts', { kind: 'vision', title: 'Vision', stepId: step.id })
  const doc = await person.open(`draft/${step.subject?.id}`)
  const paragraph = doc.getXmlFragment('body').get(0)
  if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText(words)])
  await person.workshop('PUT', '/step', { stepId: step.id })
}

async function draftOf(person: ApiPerson): Promise<string> {
  const step = agenda.all(await person.open('record')).find(({ title }) => title === 'Check the words')
  return String(step?.subject?.id)
}

async function adopt(page: Page, reason: string, reviewOn?: string): Promise<void> {
  await page.getByRole('button', { name: 'Adopt this vision' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Adopt this vision?' })
  await dialog.getByLabel('Why adopt it now?').fill(reason)
  if (reviewOn !== undefined) await dialog.getByLabel('Review it by (optional)').fill(reviewOn)
  await dialog.getByRole('button', { name: 'Adopt with this reason' }).click()
  await expect(dialog).toHaveCount(0)
}
