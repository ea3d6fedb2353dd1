import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Keyboard } from './support/keyboard'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'

const options = ['Interpreters on every shift', 'A clinic within an hour', 'Paid to learn']

/** Prepares a vote by this method on the set-up screen and opens it. */
async function openVote(page: Page, method: string): Promise<void> {
  await page.locator('.votes-method summary').click()
  await page.getByRole('radio', { name: new RegExp(`^${method}`) }).click()
  const rows = page.getByRole('checkbox', { name: /^Vote on/ })
  if ((await rows.count()) === 0) {
    for (const option of options) {
      await page.getByRole('button', { name: 'Write one' }).click()
      await page.getByRole('textbox', { name: 'Option' }).fill(option)
      await page.getByRole('textbox', { name: 'Option' }).press('Escape')
    }
  }
  await page.getByLabel('Question').fill(`${method}: what first?`)
  await page.getByRole('radio', { name: /^Open/ }).click()
  await expectReadable(page)
  await page.getByRole('button', { name: 'Open the vote' }).click()
  await expect(page.getByText('Voting is open')).toBeVisible()
}

/** Nothing that a screen reader stumbles over, and nothing wider than the screen. */
async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'wider than the screen').toBeLessThanOrEqual(0)
}

/** Closes the vote and begins the next one from its result. */
async function closeVote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the vote' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
  await expect(page.getByRole('table').first()).toContainText(options[0] ?? '')
}

test('[VOTES-45] people vote by scores, ranks, impact and effort, and a budget: on a phone by touch, and by keyboard alone', async ({
  browser,
}) => {
  const server = await ServerProcess.start()
  const { host, joinCode, links, workshopId } = await openWorkshop(server.origin, 'Care close to home')
  const rosa = await openScreen(browser, 'laptop')
  const amara = await openScreen(browser, 'phone', { viewport: { width: 360, height: 740 } })
  const dan = await openScreen(browser, 'laptop')
  await joinByCode(dan.page, server.origin, joinCode, 'Dan Yazzie', 'The Clinic')
  const keys = await Keyboard.of(dan.page)
  const phone = amara.page
  const main = dan.page.getByRole('main')

  async function steps(): Promise<string> {
    const { body } = await host.workshop('GET')
    const agenda = body.agenda as { id: string; tool: string }[] // as the contract has it
    return agenda.find(({ tool }) => tool === 'votes')?.id ?? ''
  }

  async function done(): Promise<void> {
    await phone.getByRole('button', { name: 'Done', exact: true }).tap()
    await expect(phone.getByText('Your vote is in.').last()).toBeVisible()
    await keys.activate(dan.page.getByRole('button', { name: 'I’m done voting' }))
    await expect(dan.page.getByText('Your vote is in.').first()).toBeVisible()
    await expectReadable(phone)
  }

  async function next(): Promise<void> {
    await closeVote(rosa.page)
    await rosa.page.getByRole('button', { name: 'Set up another vote' }).click()
  }

  try {
    const path = `/w/${workshopId}/${await steps()}`
    await enterByLink(rosa.page, links.host)
    await rosa.page.goto(server.origin + path)
    await joinByCode(phone, server.origin, joinCode, 'Amara Okafor', 'One Stop')
    await phone.goto(server.origin + path)
    await dan.page.goto(server.origin + path)

    await test.step('scores', async () => {
      await openVote(rosa.page, 'Scores')
      await phone
        .getByRole('radiogroup', { name: `Score of ${options[0]}` })
        .getByText('5')
        .tap()
      await phone
        .getByRole('radiogroup', { name: `Score of ${options[1]}` })
        .getByText('2')
        .tap()
      await phone.getByRole('button', { name: `Take your score back from ${options[1]}` }).tap()
      await expect(phone.getByText(/^1 of 3 scored · /)).toBeVisible()
      await keys.region(main)
      await keys.reach(
        dan.page
          .getByRole('radiogroup', { name: `Score of ${options[0]}` })
          .getByRole('radio')
          .first(),
      )
      await keys.press('Space', 'ArrowRight', 'ArrowRight')
      await expect(
        dan.page.getByRole('radiogroup', { name: `Score of ${options[0]}` }).getByRole('radio', { name: '3 of 5' }),
      ).toBeChecked()
      await done()
      await next()
    })

    await test.step('ranks', async () => {
      await openVote(rosa.page, 'Ranked choice')
      await phone.getByRole('button', { name: `Rank ${options[2]} as place 1` }).tap()
      await phone.getByRole('button', { name: `Rank ${options[0]} as place 2` }).tap()
      // Two presses at once in one place are a double click, whose second one is held back.
      await phone.getByRole('heading', { name: 'Ranked choice: what first?' }).tap()
      await phone.getByRole('button', { name: `Move ${options[0]} up` }).tap()
      await expect(phone.getByRole('group', { name: `${options[0]}: place 1 of 2` })).toBeVisible()
      await keys.region(main)
      await keys.activate(dan.page.getByRole('button', { name: `Rank ${options[1]} as place 1` }))
      await keys.activate(dan.page.getByRole('button', { name: `Rank ${options[0]} as place 2` }))
      await keys.reach(dan.page.getByRole('button', { name: `Move ${options[0]} up` }), 'Shift+Tab')
      await keys.press('ArrowUp')
      await expect(dan.page.getByRole('group', { name: `${options[0]}: place 1 of 2` })).toBeVisible()
      await done()
      await next()
    })

    await test.step('impact and effort', async () => {
      await openVote(rosa.page, 'Impact and effort')
      await phone
        .getByRole('radiogroup', { name: `Impact of ${options[0]}` })
        .getByText('High')
        .tap()
      await expect(phone.getByRole('main').getByText('Effort is missing: only both together count.')).toBeVisible()
      await phone
        .getByRole('radiogroup', { name: `Effort of ${options[0]}` })
        .getByText('Low')
        .tap()
      await keys.region(main)
      await keys.reach(
        dan.page
          .getByRole('radiogroup', { name: `Impact of ${options[0]}` })
          .getByRole('radio')
          .first(),
      )
      await keys.press('Space')
      await keys.reach(
        dan.page
          .getByRole('radiogroup', { name: `Effort of ${options[0]}` })
          .getByRole('radio')
          .first(),
      )
      await keys.press('Space', 'ArrowRight')
      await expect(dan.page.getByText('1 of 3 rated.')).toBeVisible()
      await done()
      await next()
    })

    await test.step('budget', async () => {
      await openVote(rosa.page, 'Budget')
      await phone.getByRole('button', { name: `Place 5 units on ${options[0]}` }).tap()
      await phone.getByRole('textbox', { name: `Units on ${options[2]}` }).fill('96')
      await expect(phone.getByRole('main').getByText('95 units is the most here: the rest is placed.')).toBeVisible()
      await phone.getByRole('textbox', { name: `Units on ${options[2]}` }).fill('90')
      await expect(phone.getByText(/^5 left · /)).toBeVisible()
      await keys.region(main)
      await keys.fill(dan.page.getByRole('textbox', { name: `Units on ${options[1]}` }), '40')
      await keys.press('ArrowUp')
      await expect(dan.page.getByText('55 units left of 100.')).toBeVisible()
      await done()
      await closeVote(rosa.page)
    })
    await keys.expectNoPointer()
  } finally {
    host.leave()
    for (const { context } of [rosa, amara, dan]) await context.close()
    await server.stop()
  }
})
