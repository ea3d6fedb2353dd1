import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { rounds } from '../shared/tools/votes/collections'
import { ApiPerson } from './support/api-person'
import { openWorkshop } from './support/open-workshop'
import { expectStep, openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'

const labels = ['Shared intake', 'Employer council', 'Transport pilot', 'One website']
/** Of the four who vote over the public API: with Amara's two dots, the first two options are tied. */
const ballots = [[2], [0, 2], [1, 0, 1], [0, 1, 0, 1]]

test('a tie is revealed, run off in one press, compared and decided', async ({ browser }) => {
  const server = await ServerProcess.start({ env: { LIMIT_CLOSE_GRACE_MS: '200' } })
  const { origin } = server
  const { links, joinCode, workshopId, host } = await openWorkshop(origin)
  const rosa = await openScreen(browser, 'laptop')
  const amara = await openScreen(browser, 'phone')
  const room = await rosa.context.newPage()
  const people: ApiPerson[] = []

  try {
    await test.step('Rosa is at the Decide step, the room display is on, five people can vote', async () => {
      const agenda = (await host.workshop('GET')).body.agenda as { id: string; title: string; tool: string }[] // as the contract has it
      const step = agenda.find(({ tool }) => tool === 'votes')
      if (!step) throw new Error('the plan has no vote')
      expect((await host.workshop('PUT', '/step', { stepId: step.id })).status).toBe(200)
      await enterByLink(rosa.page, links.host)
      await joinByCode(amara.page, origin, joinCode, 'Amara Okafor', 'Tribal college')
      for (const [index] of ballots.entries())
        people.push(await ApiPerson.join(origin, joinCode, `Person ${index}`, `Partner ${index % 2}`))
      await room.goto(`${origin}/w/${workshopId}/room`)
      await expectStep(rosa.page, step.title)
      const options = labels.map((label) => ({ label }))
      const wish = { question: 'Which goals do we start?', method: 'dots', dots: 2, maxPerOption: 2, options, stepId: step.id }
      const made = await host.workshop('POST', '/rounds', wish)
      expect((await host.workshop('POST', `/rounds/${made.body.roundId}/open`)).status).toBe(200)
    })

    await test.step('Everybody votes, and Rosa reads the tie in words', async () => {
      for (const label of labels.slice(0, 2)) await amara.page.getByRole('button', { name: `Place a dot on ${label}` }).tap()
      await amara.page.getByRole('button', { name: 'Done', exact: true }).tap()
      for (const [index, person] of people.entries()) await castOpen(person, ballots[index] ?? [])
      await closeVote(rosa.page)
      for (const { page } of [rosa, amara]) await expect(results(page).getByRole('row', { name: /^1 tie Shared intake 4/ })).toBeVisible()
      await expect(rosa.page.getByText(/“Shared intake” and “Employer council” both have 4 dots/)).toBeVisible()
      await expect(rosa.page.getByText(/Some came in by an open link/)).toBeVisible()
    })

    await test.step('Rosa reveals the places in the room, the last first; Amara’s phone shows them all', async () => {
      await expect(room.getByText('Shared intake')).toBeVisible()
      await rosa.page.getByRole('button', { name: 'Reveal on the room display' }).click()
      await expect(room.getByText('Still to come')).toHaveCount(4)
      await expect(results(amara.page).getByText('Shared intake')).toBeVisible()
      await rosa.page.getByRole('button', { name: 'Show the next place' }).click()
      await expect(room.getByText('Still to come')).toHaveCount(2)
      await expect(room.getByText('One website')).toBeVisible()
      await rosa.page.getByRole('button', { name: 'Show all' }).click()
      await expect(room.getByText('Employer council')).toBeVisible()
      await expect(room.getByText('Still to come')).toHaveCount(0)
      for (const name of ['Amara', 'Person']) await expect(room.getByText(new RegExp(name))).toHaveCount(0)
    })

    await test.step('One press opens the run-off on everybody’s screen', async () => {
      await rosa.page.getByRole('button', { name: 'Run-off between these 2' }).click()
      const council = amara.page.getByRole('button', { name: 'Place a dot on Employer council' })
      await council.tap()
      await amara.page.getByRole('button', { name: 'Done', exact: true }).tap()
      await expect(amara.page.getByRole('button', { name: 'Place a dot on Transport pilot' })).toHaveCount(0)
      for (const [index, person] of people.entries()) await castOpen(person, index === 0 ? [1] : [0, 1])
      await closeVote(rosa.page)
      await expect(results(rosa.page).getByRole('row', { name: /^1 Employer council 4/ })).toBeVisible()
    })

    await test.step('The two votes are linked and stand beside each other', async () => {
      await expect(rosa.page.getByText('This is the run-off of an earlier vote that ended in a tie.')).toBeVisible()
      const both = rosa.page.getByRole('table', { name: 'Both votes by option' })
      await expect(both.getByRole('row', { name: /Shared intake 1 of 4, tied .* 2 of 2 .* down 1 place/ })).toBeVisible()
      await expect(both.getByRole('row', { name: /Transport pilot .* not asked again/ })).toBeVisible()
      expect(await widerThanScreen(amara.page)).toBeLessThanOrEqual(0)
      for (const { page } of [rosa, amara]) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    })

    await test.step('Rosa records the decision, takes the results home, and the first vote leads to the run-off', async () => {
      await rosa.page.getByRole('button', { name: 'Add to decision log' }).click()
      for (const { page } of [rosa, amara]) await expect(page.getByText('In the decision log, recorded by Rosa Delgado.')).toBeVisible()
      const [file] = await Promise.all([
        rosa.page.waitForEvent('download'),
        rosa.page.getByRole('link', { name: 'Results as CSV' }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/\.csv$/)
      await rosa.page.getByRole('button', { name: 'Show that vote' }).click()
      await expect(rosa.page.getByText('A run-off followed.')).toBeVisible()
      await rosa.page.getByRole('button', { name: 'Show that vote' }).click()
      await expect(results(rosa.page).getByRole('row', { name: /^1 Employer council 4/ })).toBeVisible()
    })
  } finally {
    for (const person of [host, ...people]) person.leave()
    for (const { context } of [rosa, amara]) await context.close()
    await server.stop()
  }
})

function results(page: Page) {
  return page.getByRole('table', { name: 'Results by option' })
}

/** Casts dots by the place of the option, in the round that is open. */
async function castOpen(person: ApiPerson, on: readonly number[]): Promise<void> {
  const round = rounds.all(await person.open('record')).find(({ state }) => state === 'open')
  if (!round) throw new Error('no round is open')
  const allocation = Object.fromEntries(round.options.flatMap(({ id }, place) => (on[place] ? [[id, on[place]]] : [])))
  const ballot = { idempotencyKey: round.id, baseVersion: 0, allocation, done: true }
  const { status, body } = await person.workshop('PUT', `/rounds/${round.id}/ballot`, ballot)
  expect(status, JSON.stringify(body)).toBe(200)
}

async function closeVote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the vote' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
}

function widerThanScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
