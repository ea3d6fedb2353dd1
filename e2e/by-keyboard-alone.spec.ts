import { expect, test } from '@playwright/test'
import { Keyboard } from './support/keyboard'
import { expectStep, openScreen } from './support/screens'
import { ServerProcess } from './support/server-process'

const steps = [
  ['Collect ideas', 'Ideas'],
  ['Choose', 'Decide'],
  ['Write the vision', 'Draft'],
  ['Who is at the table', 'Partners'],
  ['Who does what', 'Roles'],
] as const
const vision = 'Care that speaks our languages, close to home.'
const doubt = 'Say whose languages.'

test('a facilitator and a participant hold a whole session by keyboard alone', async ({ browser }) => {
  const server = await ServerProcess.start()
  const [rosa, dan] = [await openScreen(browser, 'laptop'), await openScreen(browser, 'laptop')]
  const [hers, his] = [await Keyboard.of(rosa.page), await Keyboard.of(dan.page)]
  const pages = [rosa.page, dan.page]
  const main = { hers: rosa.page.getByRole('main'), his: dan.page.getByRole('main') }

  async function next(title: string) {
    await hers.dock(`Next: ${title}`)
    for (const page of pages) await expectStep(page, title)
  }

  try {
    await test.step('Rosa opens a workshop with an agenda of her own', async () => {
      const { page } = rosa
      await page.goto(server.origin)
      await hers.activate(page.getByRole('link', { name: 'Start a workshop' }))
      await hers.fill(page.getByLabel('Title', { exact: true }), 'Care close to home')
      await hers.fill(page.getByLabel('Your name'), 'Rosa Delgado')
      await hers.reach(page.getByRole('radio', { checked: true }))
      await hers.reach(page.getByRole('radio', { name: /^Blank/ }), 'ArrowDown')
      for (const [index, [title, tool]] of steps.entries()) {
        if (index > 0) await hers.activate(page.getByRole('button', { name: 'Add a step' }))
        await hers.fill(page.getByLabel(`Title of step ${index + 1}`), title)
        await hers.reach(page.getByLabel(`Tool of ${title}`))
        await hers.type(tool)
      }
      await hers.activate(page.getByRole('button', { name: 'Open the workshop' }))
      await expectStep(page, 'Collect ideas')
    })

    await test.step('Dan joins with the code that stands in her agenda', async () => {
      const code = await rosa.page
        .getByRole('navigation', { name: 'Agenda' })
        .getByText(/^\d{3} \d{3}$/)
        .innerText()
      await dan.page.goto(server.origin)
      await his.fill(dan.page.getByLabel('Have a join code?'), code)
      await his.press('Enter')
      await his.fill(dan.page.getByLabel('Your name'), 'Dan Yazzie')
      await his.press('Enter')
      await expectStep(dan.page, 'Collect ideas')
    })

    await test.step('N begins a note, Enter adds it and begins the next, Escape ends', async () => {
      for (const [keys, page, notes] of [
        [hers, rosa.page, ['Interpreters on every shift', 'A clinic within an hour']],
        [his, dan.page, ['Aunties teach the evening class', 'Pay while we learn', 'A bus at six']],
      ] as const) {
        await keys.press('n')
        await expect(page.getByLabel('Text of the note')).toBeFocused()
        for (const note of notes) {
          await keys.type(note)
          await keys.press('Enter')
        }
        await keys.press('Escape')
        await expect(page.getByLabel('Text of the note')).toHaveCount(0)
      }
      for (const page of pages) await expect(page.getByText('5 notes · 0 clusters')).toBeVisible()
    })

    const note = (page: typeof rosa.page, words: string) => page.getByRole('listitem', { name: new RegExp(words) })

    await test.step('M moves a note into a new cluster, which is named at once', async () => {
      for (const [keys, page, words, name] of [
        [his, dan.page, 'Pay while we learn', 'Paid to learn'],
        [hers, rosa.page, 'Interpreters on every shift', 'Our languages'],
      ] as const) {
        await keys.region(page.getByRole('main'))
        await keys.reach(
          page
            .getByRole('region', { name: /^Not yet sorted/ })
            .getByRole('listitem')
            .first(),
        )
        await keys.reach(note(page, words), 'ArrowDown')
        await keys.press('m')
        await keys.activate(page.getByRole('dialog').getByRole('button', { name: 'New cluster' }))
        await expect(page.getByLabel('Name of the cluster')).toBeFocused()
        await keys.type(name)
        await keys.press('Enter')
        for (const each of pages) await expect(each.getByRole('region', { name: `${name}, 1 note` })).toBeVisible()
      }
    })

    await test.step('Alt with arrows moves a note within its cluster and, with Shift, to the next one', async () => {
      const { page } = dan
      await his.region(main.his)
      await his.reach(
        page
          .getByRole('region', { name: /^Not yet sorted/ })
          .getByRole('listitem')
          .first(),
      )
      await his.reach(note(page, 'A bus at six'), 'ArrowDown')
      await his.press('Alt+ArrowDown')
      await expect(note(page, 'A bus at six')).toHaveAccessibleName(/Note 2 of 3/)
      await expect(note(page, 'A bus at six')).toBeFocused()
      await his.press('Shift+Alt+ArrowRight')
      await expect(rosa.page.getByRole('region', { name: 'Paid to learn, 2 notes' })).toBeVisible()
      await expect(note(page, 'A bus at six')).toBeFocused()
    })

    await test.step('Rosa opens a vote, Dan places dots with + and takes one back with -, Rosa closes it', async () => {
      await next('Choose')
      await hers.region(main.hers)
      await hers.reach(rosa.page.getByRole('radio', { name: /^Secret/ }))
      await hers.press('ArrowRight')
      await expect(rosa.page.getByRole('radio', { name: /^Open/ })).toBeChecked()
      await hers.reach(rosa.page.getByRole('button', { name: 'More: Dots each' }), 'Shift+Tab')
      await hers.press('+')
      await expect(rosa.page.getByRole('group', { name: 'Dots each' }).getByRole('status')).toHaveText('2')
      await hers.activate(rosa.page.getByRole('button', { name: 'Open the vote' }))

      await his.region(main.his)
      await his.reach(dan.page.getByRole('button', { name: 'Place a dot on Our languages' }))
      await his.press('+', '+')
      await expect(dan.page.getByRole('group', { name: 'Our languages: 2 dots' })).toBeVisible()
      await his.press('-')
      await expect(dan.page.getByRole('group', { name: 'Our languages: 1 dot' })).toBeVisible()
      await his.activate(dan.page.getByRole('button', { name: 'I’m done voting' }))
      await expect(dan.page.getByText('Your vote is in.').first()).toBeVisible()

      await hers.dock('Close the vote')
      await hers.activate(rosa.page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }))
      for (const page of pages) {
        await expect(page.getByRole('table', { name: 'Results by option' }).getByRole('row').nth(1)).toContainText('Our languages')
      }
    })

    await test.step('Both write in the vision; Dan answers the check and says what would need to change', async () => {
      await next('Write the vision')
      await hers.region(main.hers)
      await hers.activate(rosa.page.getByRole('button', { name: 'Begin the vision' }))
      const editors = pages.map((page) => page.getByRole('textbox', { name: 'Vision, working draft' }))
      const [herText, hisText] = editors
      if (!herText || !hisText) throw new Error('no editor')
      await hers.reach(herText)
      await hers.type('Care that speaks our languages, ')
      await expect(hisText).toContainText('Care that speaks our languages,')
      await his.region(main.his)
      await his.reach(hisText)
      await his.press('Control+End')
      await his.type('close to home.')
      await expect(herText).toContainText(vision)

      await hers.activate(rosa.page.getByRole('button', { name: 'Ask everybody' }))
      await his.activate(dan.page.getByRole('button', { name: 'Not yet' }))
      await his.reach(dan.page.getByLabel('What would need to change?'))
      await his.type(doubt)
      await his.activate(dan.page.getByRole('button', { name: 'Send' }))
      for (const page of pages) await expect(page.getByText(`Dan Yazzie, not yet: ${doubt}`)).toBeVisible()
    })

    await test.step('Rosa adopts it with a reason, and Dan sees it adopted', async () => {
      await hers.activate(rosa.page.getByRole('button', { name: 'Adopt this vision' }))
      const dialog = rosa.page.getByRole('dialog', { name: 'Adopt this vision?' })
      await expect(dialog.getByText(`Dan Yazzie, not yet: “${doubt}”`)).toBeVisible()
      await hers.reach(dialog.getByLabel('Why adopt it now?'))
      await hers.type('We name the languages in the mission.')
      await hers.activate(dialog.getByRole('button', { name: 'Adopt with this reason' }))
      for (const page of pages) {
        await expect(page.getByText('Adopted by Rosa Delgado', { exact: true })).toBeVisible()
        await expect(page.getByText(vision)).toBeVisible()
      }
    })

    await test.step('Partners are typed in, and become the columns of the role chart', async () => {
      await next('Who is at the table')
      for (const name of ['Copper Basin Native Center', 'Cedar Wash Clinic']) {
        await hers.region(main.hers)
        await hers.activate(main.hers.getByRole('button', { name: /^Add (a|the first) partner$/ }).first())
        await hers.fill(rosa.page.getByLabel('Organisation or programme'), name)
        await hers.press('Enter')
        await expect(dan.page.getByRole('rowheader', { name: new RegExp(name) })).toBeVisible()
      }
    })

    await test.step('The role matrix is walked and filled with arrows and letters', async () => {
      await next('Who does what')
      await hers.region(main.hers)
      await hers.reach(rosa.page.getByLabel('New responsibility'))
      for (const words of ['Convene the meetings', 'Train the interpreters']) {
        await hers.type(words)
        await hers.press('Enter')
      }
      const grid = dan.page.getByRole('grid', { name: 'Responsibilities by partner' })
      const cell = (page: typeof rosa.page, row: number, column: number) => page.locator(`td[data-row="${row}"][data-column="${column}"]`)
      await expect(grid.getByRole('rowheader', { name: /Train the interpreters/ })).toBeVisible()
      await his.region(main.his)
      await his.reach(cell(dan.page, 0, 0))
      await his.press('a', 'ArrowRight', 'r', 'ArrowDown', 'a', 'ArrowLeft', 'i')
      const expected = [
        [0, 0, 'A'],
        [0, 1, 'R'],
        [1, 1, 'A'],
        [1, 0, 'I'],
      ] as const
      for (const page of pages) for (const [row, column, letter] of expected) await expect(cell(page, row, column)).toHaveText(letter)
      await his.press('Delete')
      await expect(cell(rosa.page, 1, 0)).toHaveText('')
    })

    await test.step('G and a number go to a step; nobody has touched a pointer', async () => {
      await his.press('g', '1')
      await expectStep(dan.page, 'Collect ideas')
      for (const keys of [hers, his]) await keys.expectNoPointer()
    })
  } finally {
    for (const { context } of [rosa, dan]) await context.close()
    await server.stop()
  }
})
