import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Keyboard } from './support/keyboard'
import { openWorkshop } from './support/open-workshop'
import { expectStep, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'

const [desk, council, bus] = ['A shared intake desk', 'An employer council', 'A bus at six'] as const

test('a facilitator goes from set-up to a checked file by keyboard alone, with three phones, a tie and its run-off', async ({
  browser,
}, info) => {
  const server = await ServerProcess.start({ env: { LIMIT_CLOSE_GRACE_MS: '200' } })
  const { origin } = server
  const { links, joinCode, host } = await openWorkshop(origin)
  const rosa = await openScreen(browser, 'laptop')
  const amara = await openScreen(browser, 'phone')
  const ben = await openScreen(browser, 'phone')
  const joan = await openScreen(browser, 'phone')
  const phones = [amara, ben, joan]
  const [hers, joans] = [await Keyboard.of(rosa.page), await Keyboard.of(joan.page)]
  const { page } = rosa
  const main = page.getByRole('main')

  /** Two thumbs, and a keyboard that belongs to a phone: one dot each. */
  async function vote(amaras: string, bens: string, joansChoice: string): Promise<void> {
    for (const [phone, label] of [
      [amara.page, amaras],
      [ben.page, bens],
    ] as const) {
      await phone.getByRole('button', { name: `Place a dot on ${label}` }).tap()
      await phone.getByRole('button', { name: 'Done', exact: true }).tap()
    }
    await joans.reach(joan.page.getByRole('button', { name: `Place a dot on ${joansChoice}` }))
    await joans.press('+')
    await expect(joan.page.getByRole('group', { name: `${joansChoice}: 1 dot` })).toBeVisible()
    await joans.activate(joan.page.getByRole('button', { name: 'Done', exact: true }))
  }

  async function close(): Promise<void> {
    await hers.dock('Close the vote')
    await hers.activate(page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }))
  }

  try {
    await test.step('Three phones join, and Rosa leads everybody to the Decide step', async () => {
      const agenda = (await host.workshop('GET')).body.agenda as { id: string; title: string; tool: string }[] // as the contract has it
      const step = agenda.find(({ tool }) => tool === 'votes')
      if (!step) throw new Error('the plan has no vote')
      expect((await host.workshop('PUT', '/step', { stepId: step.id })).status).toBe(200)
      await enterByLink(page, links.host)
      for (const [index, name] of ['Amara Okafor', 'Ben Whitehorse', 'Joan Kawaika'].entries()) {
        await joinByCode(phones[index]?.page ?? page, origin, joinCode, name, 'Copper Basin College')
      }
      for (const { page: each } of [rosa, ...phones]) await expectStep(each, step.title)
      // Joining was by touch.
      await joan.page.evaluate(() => sessionStorage.removeItem('pointer-used'))
    })

    await test.step('Rosa writes question, options, meaning and secrecy, and opens the vote', async () => {
      await hers.region(main)
      await hers.fill(page.getByLabel('Question', { exact: true }), 'Where do we begin?')
      await hers.activate(main.getByRole('button', { name: 'Write one' }))
      for (const label of [desk, council, bus, 'Bus at six']) {
        await hers.type(label)
        await hers.press('Enter')
      }
      await hers.press('Escape')
    })

    await test.step('Two options say nearly the same: she makes them one, and opens the vote in secret', async () => {
      await hers.activate(main.getByRole('button', { name: 'Merge “A bus at six” and “Bus at six” into one' }))
      await expect(main.getByRole('checkbox')).toHaveCount(3)
      await hers.reach(page.getByRole('radio', { name: /^Secret/ }))
      await hers.activate(page.getByRole('button', { name: 'Open the vote' }))
      for (const phone of phones) await expect(phone.page.getByRole('button', { name: `Place a dot on ${desk}` })).toBeVisible()
    })

    await test.step('Three vote, each for another option: a tie of three, by name', async () => {
      await vote(desk, council, bus)
      await hers.region(main)
      await expect(main.getByText('Everybody has finished.')).toBeVisible()
      await close()
      await expect(results(page).getByRole('row', { name: /^1 tie/ })).toHaveCount(3)
      await expect(main.getByText(/all have 1 dot/)).toBeVisible()
    })

    await test.step('One press opens the run-off; two take the desk', async () => {
      await hers.activate(main.getByRole('button', { name: 'Run-off between these 3' }))
      await vote(desk, desk, council)
      await close()
      await expect(results(page).getByRole('row', { name: /^1 A shared intake desk 2/ })).toBeVisible()
      for (const phone of phones) await expect(results(phone.page).getByRole('row', { name: /^1 A shared intake desk 2/ })).toBeVisible()
    })

    await test.step('She reads who voted, and records the decision with what is held against it', async () => {
      await hers.activate(main.getByText('The roll: 3 of 3 people cast a ballot'))
      await expect(page.getByRole('table', { name: 'Who could vote, and who did' }).getByRole('row')).toHaveCount(4)
      await hers.region(page.getByRole('complementary', { name: 'Decision' }))
      await hers.fill(page.getByLabel('Reservations, if any'), 'Joan would rather begin with the council.')
      await hers.activate(page.getByRole('button', { name: 'Add to decision log' }))
      for (const each of [rosa, ...phones]) await expect(each.page.getByText(/In the decision log, recorded by Rosa/)).toBeVisible()
    })

    await test.step('She takes the file home and checks it, all without a pointer', async () => {
      const file = info.outputPath('vote.json')
      await hers.region(main)
      const waiting = page.waitForEvent('download')
      await hers.activate(page.getByRole('link', { name: 'Whole vote as JSON' }))
      await (await waiting).saveAs(file)
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
      await hers.activate(page.getByRole('link', { name: 'Check this count' }))
      const chooser = page.waitForEvent('filechooser')
      await hers.activate(page.getByRole('button', { name: 'Choose a file' }))
      await (await chooser).setFiles(file)
      await expect(page.getByText('This file holds. Everything that can be checked fits together.').first()).toBeVisible()
    })
    for (const keys of [hers, joans]) await keys.expectNoPointer()
  } finally {
    host.leave()
    for (const { context } of [rosa, ...phones]) await context.close()
    await server.stop()
  }
})

function results(page: Page) {
  return page.getByRole('table', { name: 'Results by option' })
}
