import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import mammoth from 'mammoth'
import type { ApiPerson } from './support/api-person'
import { nineOthers } from './support/network'
import { answerAll, castAll, promptOf } from './support/record'
import { expectSaved, expectStep, nextStep, openScreen, type Screen } from './support/screens'
import { ServerProcess } from './support/server-process'

const samples = join(import.meta.dirname, '..', 'server', 'demo', 'copper-basin')
const vision = 'Every Native adult in Copper Basin can start where they stand and be hired at a family wage.'
/** A round's result, as JSON in an answer or as a field's name in a document's frame. */
const resultMarks = ['"result"', '"voters"', `${String.fromCharCode('result'.length)}result`]
const typing = { timeout: 60_000 }
const secretOfBen = 'zebra-marker the aunties run the night class'
const secretOfAmara = 'heron-marker a clinic that smells of cedar'
const doubt = 'Name the two nations, then I am with you.'

test('twelve people go from a blank page to an adopted vision and its document in one session', async ({ browser }, info) => {
  const server = await ServerProcess.start()
  const { origin } = server
  const rosa = await openScreen(browser, 'laptop', { permissions: ['clipboard-read', 'clipboard-write'] })
  const ben = await openScreen(browser, 'laptop')
  const amara = await openScreen(browser, 'phone')
  const screens: readonly Screen[] = [rosa, ben, amara]
  const followers = [ben.page, amara.page]
  let others: readonly ApiPerson[] = []

  try {
    const invitation = await test.step('Rosa opens a workshop from a ready-made agenda on the home page', async () => {
      const { page } = rosa
      await page.goto(origin)
      await page.getByRole('link', { name: /Shared vision in 90 minutes/ }).click()
      await page.getByLabel('Title', { exact: true }).fill('Native Pathways to Caring Careers')
      await page.getByLabel('Focus question (optional)').fill('What do people see in ten years when this has worked?')
      await page.getByLabel('Your name').fill('Rosa Delgado')
      await page.getByLabel('Organisation (optional)').fill('Copper Basin Native Center')
      await page.getByRole('button', { name: 'Open the workshop' }).click()
      await expectStep(page, 'Welcome, purpose, how we decide')
      await expect(page.getByRole('navigation', { name: 'Agenda' }).getByRole('listitem')).toHaveCount(10)
      return readInvitation(page)
    })

    await test.step('Ben joins on a laptop by the link, Amara on a phone by the code, nine others over the public API', async () => {
      await ben.page.goto(invitation.link)
      await ben.page.getByLabel('Your name').fill('Ben Whitehorse')
      await ben.page.getByLabel('Organisation').first().fill('Cedar Wash Tribe')
      await ben.page.getByRole('button', { name: 'Join the session' }).click()
      await amara.page.goto(origin)
      await amara.page.getByLabel('Have a join code?').fill(invitation.code)
      await amara.page.getByRole('button', { name: 'Join session' }).tap()
      await amara.page.getByLabel('Your name').fill('Amara Okafor')
      await amara.page.getByRole('button', { name: 'Join the session' }).tap()
      others = await nineOthers(origin, invitation.code.replace(/\D/g, ''))
      for (const page of followers) await expectStep(page, 'Welcome, purpose, how we decide')
      await expect(rosa.page.getByRole('navigation', { name: 'Agenda' }).getByText('12 people')).toBeVisible()
    })

    await test.step('Partners come in from a file, and everybody reads which voices are missing', async () => {
      await nextStep(rosa.page, followers, 'Who is here')
      await rosa.page.getByRole('button', { name: 'Import a CSV file' }).click()
      await rosa.page.getByLabel('CSV file').setInputFiles(join(samples, 'partners.csv'))
      await rosa.page.getByRole('button', { name: 'Import 12 rows' }).click()
      await expect(ben.page.getByRole('rowheader', { name: /Red Mesa Resort/ })).toBeVisible()
      for (const page of followers) await expect(page.getByText(/No one speaks for economic development yet/).first()).toBeVisible()
    })

    await test.step('Everybody writes alone: others’ browsers are sent a count and nothing else', async () => {
      await nextStep(rosa.page, followers, 'Picture the future, alone')
      await expect(ben.page.getByText('Private writing. Only you see your notes')).toBeVisible()
      await ben.page.keyboard.press('n')
      for (const text of [secretOfBen, 'Paid to learn from the first day']) {
        await ben.page.getByLabel('Text of the note').fill(text)
        await ben.page.keyboard.press('Enter')
      }
      await amara.page.getByLabel('Write a note').fill(secretOfAmara)
      await amara.page.getByRole('radio', { name: 'Strength' }).tap()
      await amara.page.getByRole('button', { name: 'Add the note' }).tap()
      const promptId = await promptOf(others[0], 'Picture the future, alone')
      for (const [index, person] of others.entries()) {
        person.writeNote(await person.open(`private/${person.participantId}`), promptId, `Ten years on, seen by ${index + 1} of nine`)
      }
      await expect(rosa.page.getByText('12 private notes')).toBeVisible()
      await expect(ben.page.getByText('2 of yours, 10 of others, private')).toBeVisible()
      await expect(ben.page.getByRole('listitem', { name: new RegExp(secretOfBen) })).toBeVisible()

      expect(await rosa.traffic.received()).not.toMatch(/zebra-marker|heron-marker|of nine/)
      expect(await ben.traffic.received()).not.toMatch(/heron-marker|of nine/)
      expect(await amara.traffic.received()).not.toMatch(/zebra-marker|of nine/)
    })

    await test.step('Rosa reveals all notes at once, and now everybody is sent them', async () => {
      await rosa.page.getByRole('toolbar').getByRole('button', { name: 'Reveal 12 notes' }).click()
      await rosa.page.getByRole('dialog').getByRole('button', { name: 'Reveal 12 notes' }).click()
      for (const { page } of screens) {
        for (const text of [secretOfBen, secretOfAmara]) await expect(page.getByRole('listitem', { name: new RegExp(text) })).toBeVisible()
      }
      for (const { traffic } of [rosa, amara]) await expect.poll(() => traffic.received()).toContain(secretOfBen)
      await expect.poll(() => ben.traffic.received()).toContain(secretOfAmara)
    })

    await test.step('Notes are pasted and imported, sorted into clusters, and a new cluster gets its name', async () => {
      await nextStep(rosa.page, followers, 'Open, read, cluster')
      await rosa.page.getByRole('button', { name: /Add a note/ }).click()
      await rosa.page.evaluate(() =>
        navigator.clipboard.writeText('Interpreters in every office\nA bus that runs at six\nElders who teach\n'),
      )
      await rosa.page.keyboard.press('Control+V')
      await rosa.page.getByRole('dialog', { name: '3 lines: one note for each?' }).getByRole('button', { name: 'Add 3 notes' }).click()
      await rosa.page.getByRole('button', { name: 'More for these notes' }).click()
      await rosa.page.getByRole('menuitem', { name: 'Notes from a file…' }).click()
      await rosa.page.getByLabel('CSV file').setInputFiles(join(samples, 'ideas.csv'))
      await rosa.page.getByRole('button', { name: 'Add 60 notes' }).click()
      await expect(ben.page.getByText('75 notes · 11 clusters')).toBeVisible()

      const note = ben.page.getByRole('listitem', { name: /Paid to learn from the first day/ })
      await note.getByRole('button', { name: 'Actions for this note' }).click()
      await ben.page.getByRole('menuitem', { name: 'Make a cluster from it' }).click()
      await ben.page.getByLabel('Name of the cluster').fill('Paid to learn')
      await ben.page.keyboard.press('Enter')
      await ben.page.getByRole('listitem', { name: /A bus that runs at six/ }).press('m')
      await ben.page
        .getByRole('dialog', { name: 'Move this note to' })
        .getByRole('button', { name: /Paid to learn/ })
        .click()
      await expect(rosa.page.getByRole('region', { name: 'Paid to learn, 2 notes' })).toBeVisible()
      await amara.page.getByRole('tab', { name: /Paid to learn/ }).tap()
      await expect(amara.page.getByRole('listitem', { name: /A bus that runs at six/ })).toBeVisible()
    })

    await test.step('Themes get dots: sealed for everybody until Rosa closes the vote', async () => {
      await nextStep(rosa.page, followers, 'Dot vote on themes')
      await expect(rosa.page.getByText('A third of the options is a good start: 12 options ÷ 3 = 4')).toBeVisible()
      await expect(rosa.page.getByRole('group', { name: 'Most on one option' }).getByRole('status')).toHaveText('2')
      await rosa.page.getByRole('button', { name: 'Open the vote' }).click()

      const { page } = amara
      const place = page.getByRole('button', { name: 'Place a dot on Paid to learn' })
      await place.tap()
      await place.tap()
      await expect(place).toBeDisabled()
      await place.tap({ force: true })
      await expect(page.getByRole('group', { name: 'Paid to learn: 2 dots' })).toContainText('2 is the most on one option.')
      await page.getByRole('button', { name: 'Place a dot on Access' }).tap()
      await page.getByRole('button', { name: 'Done', exact: true }).tap()
      await expect(page.getByText('Your vote is in.').filter({ visible: true })).toBeVisible()
      await ben.page.getByRole('button', { name: 'Place a dot on Paid to learn' }).click()
      await ben.page.getByRole('button', { name: 'I’m done voting' }).click()
      const receipts = await castAll(others)
      await expect(rosa.page.getByText('Everybody has finished.')).toBeVisible()
      await expect(page.getByText('11 of 11 have finished')).toBeVisible()

      for (const { traffic } of screens) {
        const text = await traffic.received()
        expect(receipts.filter((receipt) => text.includes(receipt))).toEqual([])
        expect(resultMarks.filter((mark) => text.includes(mark))).toEqual([])
      }
      await rosa.page.getByRole('button', { name: 'Close the vote' }).click()
      await rosa.page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
      for (const screen of screens) {
        const table = screen.page.getByRole('table', { name: 'Results by option' })
        await expect(table.getByRole('row', { name: /^1 Paid to learn 21 11\b/ })).toBeVisible()
        const text = await screen.traffic.received()
        expect(receipts.filter((receipt) => !text.includes(receipt))).toEqual([])
        expect(resultMarks.some((mark) => text.includes(mark))).toBe(true)
      }
    })

    await test.step('What the vote means goes into the decision log', async () => {
      await rosa.page.getByLabel('We decided').fill('We begin with Paid to learn.')
      await rosa.page.getByRole('button', { name: 'Add to decision log' }).click()
      for (const { page } of screens) await expect(page.getByText('In the decision log, recorded by Rosa Delgado.')).toBeVisible()
    })

    await test.step('Rosa and Ben write the vision at the same time; a rival comes from a file', async () => {
      await nextStep(rosa.page, followers, 'Write together')
      await rosa.page.getByRole('button', { name: 'Begin the vision' }).click()
      const [first, second] = [editorOf(rosa.page), editorOf(ben.page)]
      await first.click()
      await second.click()
      const [before, after] = [vision.slice(0, 34), vision.slice(34)]
      await first.pressSequentially(before, typing)
      await expect(second).toContainText(before.trim())
      await first.press('Control+Home')
      await expect.poll(() => caretOf(ben.page, 'Rosa').evaluate(({ previousSibling }) => previousSibling?.textContent ?? '')).toBe('')
      await second.press('Control+End')
      await Promise.all([second.pressSequentially(after, typing), first.pressSequentially('TOGETHER ', typing)])
      for (const { page } of screens) await expect(wordingOf(page)).toHaveText(`TOGETHER ${vision}`)
      await first.press('Control+Home')
      for (let letter = 0; letter < 9; letter++) await first.press('Delete')
      await expect(wordingOf(amara.page)).toHaveText(vision)

      await ben.page.getByRole('button', { name: 'More for Vision' }).click()
      await ben.page.getByRole('menuitem', { name: 'Another wording from a file…' }).click()
      await ben.page.getByLabel('Markdown or Word file').setInputFiles(join(samples, 'draft-vision.md'))
      await ben.page.getByRole('button', { name: 'Bring it in' }).click()
      const rival = rosa.page.getByRole('article', { name: /draft-vision/ })
      await expect(rival.getByText('In one sentence')).toBeVisible()
      await rival.getByRole('button', { name: 'Compare words' }).click()
      await rosa.page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
      await expectSaved(rosa.page)
    })

    const { draftId, textHash } =
      await test.step('The check on exactly these words hears one “not yet” with what would need to change', async () => {
        await nextStep(rosa.page, followers, 'Read aloud, mark words')
        await nextStep(rosa.page, followers, 'Check the words')
        await rosa.page.getByRole('button', { name: 'Ask everybody' }).click()
        await ben.page.getByRole('button', { name: 'It resonates' }).click()
        await amara.page.getByRole('button', { name: 'Not yet' }).tap()
        await amara.page.getByLabel('What would need to change?').fill(doubt)
        await amara.page.getByRole('button', { name: 'Send' }).tap()
        const subject = await answerAll(others)
        await expect(rosa.page.getByText('11 of 11 answered').first()).toBeVisible()
        for (const { page } of screens) await expect(page.getByText(`Amara Okafor, not yet: ${doubt}`)).toBeVisible()
        return subject
      })

    await test.step('Rosa adopts in full sight of the reservation; the words are frozen and shown as adopted to everybody', async () => {
      await nextStep(rosa.page, followers, 'Adopt, or name who finishes')
      await rosa.page.getByRole('button', { name: 'Adopt this vision' }).click()
      const dialog = rosa.page.getByRole('dialog', { name: 'Adopt this vision?' })
      await expect(dialog.getByText(vision)).toBeVisible()
      await expect(dialog.getByText('11 of 11 answered on this text.')).toBeVisible()
      await expect(dialog.getByText(`Amara Okafor, not yet: “${doubt}”`)).toBeVisible()
      const reason = dialog.getByLabel('Why adopt it now?')
      if (await reason.isVisible()) await reason.fill('The council names the nations by June.')
      await dialog.getByRole('button', { name: /^Adopt/ }).click()
      for (const { page } of screens) {
        await expect(page.getByText('Adopted by 10 of 11 people', { exact: true })).toBeVisible()
        await expect(page.getByText(vision)).toBeVisible()
        await expect(page.getByRole('textbox', { name: /working draft/ })).toHaveCount(0)
      }
      const adopted = await others[0]?.workshop('GET', `/drafts/${draftId}`)
      expect(adopted?.body).toMatchObject({ state: 'adopted', text: vision, textHash })
      await ben.page.getByText('Proof of the text').click()
      await expect(ben.page.getByText(textHash)).toBeVisible()
    })

    await test.step('A role chart is added to the agenda while it runs, and its faults are found', async () => {
      await rosa.page.getByRole('button', { name: 'Edit the agenda' }).click()
      await rosa.page.getByRole('button', { name: 'Add a step' }).click()
      await rosa.page.getByRole('menuitem', { name: 'Roles' }).click()
      await expect(rosa.page.getByRole('textbox', { name: 'Title of step 11' })).toHaveValue('Roles')
      await rosa.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await rosa.page.getByRole('link', { name: /^\d*\s*Roles/ }).click()
      await expectStep(rosa.page, 'Roles')
      await rosa.page.getByRole('button', { name: 'Bring everyone here' }).click()
      for (const page of followers) await expectStep(page, 'Roles')
      await rosa.page.getByRole('button', { name: 'Import a CSV file' }).click()
      await rosa.page.getByLabel('CSV file').setInputFiles(join(samples, 'roles-flawed.csv'))
      await rosa.page.getByRole('button', { name: 'Leave empty' }).click()
      await rosa.page.getByRole('button', { name: /^Import \d+ rows$/ }).click()
      await expect(ben.page.getByText('1 with two accountable')).toBeVisible()
      await expect(ben.page.getByText('2 with nobody accountable')).toBeVisible()
    })

    await test.step('The document is previewed, downloaded as Word and read back', async () => {
      await rosa.page.getByRole('link', { name: /Vision document/ }).click()
      const preview = rosa.page.getByRole('article', { name: 'Preview' })
      await expect(preview.getByText(vision, { exact: true })).toBeVisible()
      const arriving = rosa.page.waitForEvent('download', { timeout: 30_000 })
      await rosa.page.getByRole('button', { name: /^Word/ }).click()
      const download = await arriving
      expect(download.suggestedFilename()).toMatch(/\.docx$/)
      const file = info.outputPath('vision.docx')
      await download.saveAs(file)
      const { value: html } = await mammoth.convertToHtml({ buffer: readFileSync(file) })
      expect(html).toMatch(/<h\d>(<a[^>]*><\/a>)*Vision/)
      expect(html).toContain(vision)
      expect(html).toContain('We begin with Paid to learn.')
      expect(html).toContain(doubt)
      expect(html).toContain('<table>')
    })

    await test.step('The published page shows the adopted words to a browser without scripts, and no name', async () => {
      await rosa.page.getByRole('button', { name: 'Publish the document' }).click()
      await rosa.page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
      const link = await rosa.page.getByRole('link', { name: /\/v\// }).getAttribute('href')
      const reader = await openScreen(browser, 'phone', { javaScriptEnabled: false })
      await reader.page.goto(String(link))
      await expect(reader.page.getByText(vision, { exact: true })).toBeVisible()
      await expect(reader.page.getByText(new RegExp(`Amara|Rosa|Ben White|${doubt}`))).toHaveCount(0)
      await reader.context.close()
    })

    await test.step('The log keeps both decisions, with the reservation', async () => {
      await rosa.page.getByRole('link', { name: /Decision log/ }).click()
      const entries = rosa.page.getByRole('main').getByRole('list').first().locator(':scope > li')
      await expect(entries).toHaveCount(2)
      await expect(rosa.page.getByText('We begin with Paid to learn.')).toBeVisible()
      await expect(rosa.page.getByText(new RegExp(`Amara Okafor, not yet: “${doubt}”`))).toBeVisible()
      await expect(rosa.page.getByText(textHash)).toBeVisible()
    })
  } finally {
    for (const person of others) person.leave()
    for (const { context } of screens) await context.close()
    await server.stop()
  }
})

/** Link and code as the invite dialog shows them. */
async function readInvitation(page: Page) {
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const link = await dialog.getByLabel('Join link').inputValue()
  const code = await dialog.getByText(/^\d{3} \d{3}$/).innerText()
  await dialog.getByRole('button', { name: 'Close' }).click()
  return { link, code }
}

function editorOf(page: Page) {
  return page.getByRole('textbox', { name: 'Vision, working draft' })
}

/** Where somebody else is writing. */
function caretOf(page: Page, firstName: string) {
  return page.locator(`.drafts-caret[data-n="${firstName}"]`)
}

/** The working draft's words, without the carets that stand in them. */
function wordingOf(page: Page) {
  return page.locator('.drafts-card').first().locator('.wording p').first()
}
