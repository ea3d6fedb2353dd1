import { expect, type Locator, type Page, test } from '@playwright/test'
import { drafts } from '../shared/tools/drafts/collections'
import { clusters, ideas } from '../shared/tools/ideas/collections'
import { agenda } from '../shared/workshop/collections'
import { subjectOf } from '../shared/workshop/subject'
import { expectReadable } from './support/accessible'
import type { ApiPerson } from './support/api-person'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { allSaved, enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { openDraftStep } from './support/wording'

const vision = 'By 2030, every adult in Copper Basin can see a clear path to a career.'
const oneDoor = 'One application for every agency'
const employers = 'Talent stays in the valley and grows, because employers wrote the list.'

test('Rosa, Amara and Ben go from notes to rivals, a merged text and an adopted one that opens to its notes', async ({ browser }) => {
  const server = await ServerProcess.start()
  const { links, joinCode, host } = await openWorkshop(server.origin)
  const [rosa, amara, ben] = [await openScreen(browser, 'laptop'), await openScreen(browser, 'phone'), await openScreen(browser, 'laptop')]
  const [laptop, phone, other] = [rosa.page, amara.page, ben.page]
  const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

  try {
    await test.step('Notes lie in a cluster; Rosa writes the vision', async () => {
      await writeNotes(host)
      await openDraftStep(host)
      await enterByLink(laptop, links.host)
      await joinByCode(phone, server.origin, joinCode, 'Amara Okafor', 'County Human Services')
      await joinByCode(other, server.origin, joinCode, 'Ben Whitehorse', 'Copper Basin College')
      await write(editorOf(laptop, 'Vision'), vision)
      await allSaved(laptop)
    })

    await test.step('Amara begins a rival from a cluster, on her phone', async () => {
      await phone.getByRole('button', { name: 'From notes…' }).tap()
      const notes = dialog(phone, 'Start from these notes')
      await notes.getByRole('checkbox', { name: /^One door/ }).check()
      await expectReadable(phone)
      await notes.getByRole('button', { name: 'Start from 2 notes' }).tap()
      const opened = dialog(phone, 'Another wording')
      await expect(opened.getByText(oneDoor)).toBeVisible()
      await opened.getByRole('button', { name: 'Back to the draft' }).tap()
      await expect(rivalOf(laptop, 'Alternative B · One door').getByText(oneDoor)).toBeVisible()
    })

    await test.step('Ben writes another one; Rosa asks how both resonate, and Ben answers on a card', async () => {
      await other.getByRole('button', { name: 'Write another' }).click()
      await write(editorOf(other, 'Vision: Alternative C'), employers)
      await allSaved(other)
      await dialog(other, 'Another wording').getByRole('button', { name: 'Back to the draft' }).click()
      for (const name of ['Alternative B · One door', 'Alternative C']) {
        await laptop.getByRole('button', { name: `Ask how ${name} resonates` }).click()
        await expect(rivalOf(laptop, name).getByText('0 resonate')).toBeVisible()
      }
      const rating = other.getByRole('group', { name: 'Does Alternative B · One door resonate with you?' })
      await rating.getByRole('button', { name: 'It resonates' }).click()
      for (const page of [laptop, phone]) await expect(rivalOf(page, 'Alternative B · One door').getByText('1 resonates')).toBeVisible()
      await laptop.getByText('How the wordings stand').click()
      await expect(laptop.getByText('1 of 2 answered.')).toBeVisible()
    })

    await test.step('Rosa compares the two rivals by keyboard', async () => {
      await rivalOf(laptop, 'Alternative B · One door').getByRole('button', { name: 'Compare words' }).click()
      const compared = dialog(laptop, 'Two wordings, word by word')
      await compared.getByLabel('Compare', { exact: true }).press('End')
      await expect(compared.getByLabel('Compare', { exact: true })).toHaveValue(await idOf(host, 'Alternative C'))
      await expect(compared.locator('del').filter({ hasText: 'Talent stays' }).first()).toBeVisible()
      await expectReadable(laptop)
      await laptop.keyboard.press('Escape')
    })

    await test.step('Ben puts a text together by keyboard; a phrase that Rosa changes meanwhile is marked', async () => {
      await other.getByRole('button', { name: 'Put a text together' }).click()
      const merge = dialog(other, 'Put a text together')
      const pick = (words: string) => merge.getByRole('button', { name: `Pick “${words}”` })
      await pick('every adult in Copper Basin can see a clear path to a career.').or(pick(vision)).first().press('Enter')
      await pick(oneDoor).press('Enter')
      await pick('because employers wrote the list.').press('Space')
      await merge.getByRole('textbox', { name: 'Joining words, written fresh' }).fill('with')
      await merge.getByRole('button', { name: 'Add', exact: true }).click()
      await merge.getByRole('button', { name: 'Move “with” up' }).press('Enter')
      await merge.getByRole('button', { name: 'Move “with” up' }).press('Enter')
      await expect(merge.getByRole('region', { name: 'Preview' })).toContainText(
        `career. with ${oneDoor} because employers wrote the list.`,
      )
      await expectReadable(other)

      await rivalOf(laptop, 'Alternative C').getByRole('button', { name: 'More for Alternative C' }).click()
      await laptop.getByRole('menuitem', { name: 'Open to edit' }).click()
      const text = editorOf(laptop, 'Vision: Alternative C')
      await text.press('Control+End')
      await text.press('Backspace')
      await laptop.keyboard.insertText(' together.')
      await allSaved(laptop)
      await laptop.keyboard.press('Escape')
      await laptop.getByRole('button', { name: 'Back to the draft' }).click()
      await expect(merge.getByText('Changed there since. Pick it again.')).toBeVisible()
      await expect(merge.getByRole('button', { name: 'Make it another wording' })).toHaveAttribute('aria-disabled', 'true')
      await merge.getByRole('button', { name: 'Take out “because employers wrote the list.”' }).click()
      await pick('because employers wrote the list together.').press('Enter')
      await merge.getByRole('button', { name: 'Make it another wording' }).press('Enter')
      await expect(rivalOf(phone, 'Alternative D · Merged text').getByText('because employers wrote the list together.')).toBeVisible()
    })

    await test.step('Rosa replaces the draft with it and says where the joining words come from; all origins came along', async () => {
      await rivalOf(laptop, 'Alternative D · Merged text').getByRole('button', { name: 'Bring into draft…' }).click()
      await laptop.getByRole('menuitem', { name: 'Replace the draft with it' }).click()
      await expect(laptop.locator('.toast')).toContainText('has taken the place of the draft’s words.')
      await expect(editorOf(laptop, 'Vision')).toContainText(oneDoor)
      await laptop.getByRole('button', { name: 'More for Vision' }).click()
      await laptop.getByRole('menuitem', { name: 'Where the words come from…' }).click()
      const origins = dialog(laptop, 'Where the words come from')
      const item = phraseIn(origins, oneDoor)
      await item.locator('summary').press('Enter')
      await expect(item.getByText('Note · Ben Ortiz')).toBeVisible()
      await expect(item.getByText('Cluster')).toHaveCount(2)
      await expectReadable(laptop)
      await laptop.keyboard.press('Escape')
    })

    await test.step('It is adopted; Amara opens a phrase to its notes on her phone', async () => {
      await laptop.getByRole('button', { name: 'Adopt this vision' }).click()
      const adopting = dialog(laptop, 'Adopt this vision?')
      await adopting.getByLabel('Why adopt it now?').fill('We read it aloud and nobody objected.')
      await adopting.getByRole('button', { name: 'Adopt with this reason' }).click()
      await expect(phone.getByText('Adopted by Rosa Delgado', { exact: true })).toBeVisible()
      const card = phone.locator('.drafts-adopted')
      await card.getByRole('button', { name: `${oneDoor}: where it comes from` }).tap()
      const evidence = dialog(phone, 'Where the words come from')
      const item = phraseIn(evidence, oneDoor)
      await expect(item.locator('summary')).toBeFocused()
      await expect(item.getByText('Note · Ben Ortiz')).toBeVisible()
      await expect(
        item
          .getByText('Alternative B · One door')
          .or(item.getByText('One door', { exact: true }))
          .first(),
      ).toBeVisible()
      await expectReadable(phone)
      await evidence.getByRole('button', { name: 'Close' }).last().tap()
      const { body } = await host.workshop('GET', '/document.md?parts=origins')
      expect(String(body.text)).toContain(`| ${oneDoor} | Note “${oneDoor}” (Ben Ortiz)`)
    })
  } finally {
    host.leave()
    for (const { context } of [rosa, amara, ben]) await context.close()
    await server.stop()
  }
})

/** Two notes in a cluster, as a file of an earlier workshop brought them. */
async function writeNotes(host: ApiPerson): Promise<void> {
  const [record, board] = [await host.open('record'), await host.open('board')]
  const step = agenda.all(record).find(({ tool }) => tool === 'ideas')
  if (!step) throw new Error('no step for ideas')
  const promptId = subjectOf(step).id as `prompt_${string}` // an ideas step's subject
  board.transact(() => {
    clusters.put(board, { id: 'cluster_onedoor0', promptId, name: 'One door', order: 'a0' })
    for (const [at, text] of [oneDoor, 'A guide who walks with you'].entries()) {
      ideas.put(board, {
        id: `idea_onedoor0${at}`,
        promptId,
        text,
        kind: 'idea',
        authorId: host.participantId as `p_${string}`, // as the server named them
        byline: 'Ben Ortiz',
        clusterId: 'cluster_onedoor0',
        order: `a${at}`,
        createdAtMs: 1,
      })
    }
  })
}

async function idOf(host: ApiPerson, title: string): Promise<string> {
  return drafts.all(await host.open('record')).find((draft) => draft.title === title)?.id ?? ''
}

function editorOf(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: `${name}, working draft` })
}

/** Writes in one go, as dictating does. */
async function write(editor: Locator, words: string): Promise<void> {
  await editor.click()
  await editor.page().keyboard.insertText(words)
  await expect(editor).toContainText(words)
}

function rivalOf(page: Page, name: string): Locator {
  return page.getByRole('article', { name })
}

function phraseIn(dialog: Locator, words: string): Locator {
  return dialog
    .getByRole('list', { name: 'Phrases' })
    .getByRole('listitem')
    .filter({ has: dialog.page().locator('summary', { hasText: words }) })
}
