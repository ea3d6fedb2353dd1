import { type Browser, expect, type Page, test } from '@playwright/test'
import { ParticipantId, WorkshopId } from '../shared/access/actor'
import { addPartner } from '../shared/tools/partners/commands'
import { rounds } from '../shared/tools/votes/collections'
import { expectReadable } from './support/accessible'
import { ApiPerson } from './support/api-person'
import { movableClock, restartDaysLater } from './support/later'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { enterByLink, joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'

const options = ['Shared intake', 'Employer council', 'Transport pilot', 'Night classes', 'One website', 'Bus passes']
/** Of the thirteen recommended seats four stay empty. */
const held = [
  'state-workforce-agency',
  'state-human-services',
  'state-postsecondary-education',
  'local-workforce-board',
  'local-community-college',
  'local-adult-basic-education',
  'local-tanf-provider',
  'local-economic-development',
  'local-cbo',
]
const missing = ['local businesses', 'state adult basic education']

test('an open vote waits for two seats: provisional, answered late by a private link, final with both tallies', async ({ browser }) => {
  const server = await ServerProcess.start({ env: { LIMIT_CLOSE_GRACE_MS: '200', ...movableClock } })
  const { rosa, amara, ben, host, display } = await gather(browser, server.origin)
  const room = await rosa.context.newPage()
  const ana = await openScreen(browser, 'phone')
  let link = ''

  try {
    await test.step('Rosa ticks two empty seats that the result waits for, and the ballot says so', async () => {
      await rosa.page.getByText(/^Not in the room:/).click()
      const first = rosa.page.getByRole('checkbox', { name: `The result waits for ${missing[0]}` })
      await expect(first).not.toBeChecked()
      await first.focus()
      await rosa.page.keyboard.press('Space')
      await rosa.page.getByRole('checkbox', { name: `The result waits for ${missing[1]}` }).check()
      await expectReadable(rosa.page)
      await writeOptions(rosa.page)
      await rosa.page.getByRole('radio', { name: /^Open/ }).click()
      await rosa.page.getByRole('button', { name: 'Open the vote' }).click()
      await expect(amara.page.getByText('Provisional while missing')).toBeAttached()
    })

    await test.step('Two people vote; at the close nobody speaks for the two seats, so the result is provisional', async () => {
      await placeDots(amara.page, 'Shared intake', 'Employer council')
      await placeDots(ben.page, 'Shared intake')
      await closeVote(rosa.page)
      for (const { page } of [rosa, amara]) {
        await expect(page.getByText('Provisional', { exact: true })).toBeVisible()
        await expect(page.getByText(/Nobody spoke for state adult basic education and local businesses when it closed/)).toBeVisible()
        await expectReadable(page)
      }
      await expect(rosa.page.getByText(/This result is provisional until those who were missing were asked/)).toBeVisible()
    })

    await test.step('The room display says it too', async () => {
      await room.goto(display)
      await expect(room.getByText(/Provisional: nobody spoke for state adult basic education and local businesses/)).toBeVisible()
      await expect(room.getByText('Bus passes')).toBeInViewport()
      await expectReadable(room)
    })

    await test.step('Rosa asks one of the absent; the link is shown this once, and more can be made while it is open', async () => {
      const card = rosa.page.getByRole('region', { name: 'Ask those who were missing' })
      await card.getByRole('group', { name: 'Local businesses' }).getByLabel('Name').fill('Ana Lopez')
      await card.getByRole('group', { name: 'Local businesses' }).getByLabel('Organisation').fill('Red Mesa Resort')
      await card.getByRole('button', { name: 'Open late answers' }).click()
      const open = rosa.page.getByRole('region', { name: 'Late answers' })
      await expect(open.getByText('0 answered so far')).toBeVisible()
      link = await open.getByLabel('Link for Ana Lopez, Red Mesa Resort').inputValue()
      await open.getByText('Invite more').click()
      await open.getByRole('group', { name: 'State adult basic education' }).getByLabel('Name').fill('Lee Begay')
      await expectReadable(rosa.page)
      await open.getByRole('button', { name: 'Make the link' }).click()
      await expect(open.getByLabel('Link for Lee Begay')).toHaveValue(/#/)
      for (const { page } of [rosa, amara]) await expect(page.getByText(/those who were missing can answer until/)).toBeVisible()
      await expect(amara.page.getByRole('button', { name: /^Place a dot/ })).toHaveCount(0)
      await expectReadable(rosa.page)
      await expectReadable(amara.page)
    })

    await test.step('The next day Ana opens her link on a phone and answers with the same options', async () => {
      await restartDaysLater(server, 1)
      await ana.page.goto(link)
      await ana.page.getByRole('button', { name: 'Join the session' }).click()
      await expect(ana.page.getByText('Late answers', { exact: true }).first()).toBeVisible()
      await expect(ana.page.getByText(/^Until .* · Open vote/)).toBeVisible()
      await expectReadable(ana.page)
      await placeDots(ana.page, 'Employer council', 'Employer council')
      await expect(ana.page.getByText('Your vote is in.').last()).toBeVisible()
      await expect(rosa.page.getByText('1 answered so far')).toBeVisible()
      await expectReadable(ana.page)
    })

    await test.step('After the last day the round closes by itself, and all see both tallies', async () => {
      await restartDaysLater(server, 9)
      for (const { page } of [rosa, amara, ana]) {
        await expect(page.getByText('Final', { exact: true })).toBeVisible({ timeout: 30_000 })
        await expect(tallies(page).getByRole('row').nth(1)).toHaveText(/1\s*Employer council\s*1\s*2\s*3/)
        await expect(tallies(page).getByRole('row').nth(2)).toHaveText(/2\s*Shared intake\s*2\s*0\s*2/)
        await expectReadable(page)
      }
      await expect(room.getByText(/^Vote closed\. 3 of 3 voted\. Final\./)).toBeVisible()
      await expect(rosa.page.getByText(/1 person answered late\. The final result counts all 3 ballots together/)).toBeVisible()
      await expect(rosa.page.getByRole('button', { name: 'Employer council', pressed: true })).toBeVisible()
    })
  } finally {
    host.leave()
    for (const { context } of [rosa, amara, ben, ana]) await context.close()
    await server.stop()
  }
})

test('a secret vote with one late answer: the first result stands, and says so', async ({ browser }) => {
  const server = await ServerProcess.start({ env: { LIMIT_CLOSE_GRACE_MS: '200' } })
  const { rosa, amara, ben, host, joinCode } = await gather(browser, server.origin)
  const dan = await ApiPerson.join(server.origin, joinCode, 'Dan Yazzie', 'The Clinic')
  const ana = await openScreen(browser, 'phone')

  try {
    await test.step('Three people vote in secret, and one seat is missing', async () => {
      await rosa.page.getByText(/^Not in the room:/).click()
      await rosa.page.getByRole('checkbox', { name: `The result waits for ${missing[0]}` }).check()
      await writeOptions(rosa.page)
      await rosa.page.getByRole('button', { name: 'Open the vote' }).click()
      await placeDots(amara.page, 'Shared intake')
      await placeDots(ben.page, 'Shared intake')
      const round = rounds.all(await dan.open('record')).find(({ state }) => state === 'open')
      const ballot = { idempotencyKey: 'one', baseVersion: 0, allocation: { [round?.options[1]?.id ?? '']: 1 }, done: true }
      expect((await dan.workshop('PUT', `/rounds/${round?.id}/ballot`, ballot)).status).toBe(200)
      await closeVote(rosa.page)
      await expect(rosa.page.getByText('Provisional', { exact: true })).toBeVisible()
    })

    await test.step('Ana answers late, and Rosa closes the late answers', async () => {
      const card = rosa.page.getByRole('region', { name: 'Ask those who were missing' })
      await expect(card.getByText(/only if at least 3 answer late/)).toBeVisible()
      await card.getByRole('group', { name: 'Local businesses' }).getByLabel('Name').fill('Ana Lopez')
      await card.getByRole('button', { name: 'Open late answers' }).click()
      const open = rosa.page.getByRole('region', { name: 'Late answers' })
      await ana.page.goto(await open.getByLabel('Link for Ana Lopez').inputValue())
      await ana.page.getByRole('button', { name: 'Join the session' }).click()
      await placeDots(ana.page, 'Transport pilot')
      await expect(open.getByText('1 answered so far')).toBeVisible()
      await open.getByRole('button', { name: 'Close late answers' }).click()
      const dialog = rosa.page.getByRole('dialog')
      await expect(dialog.getByText(/1 person has answered/)).toBeVisible()
      await dialog.getByRole('button', { name: 'Close late answers' }).click()
    })

    await test.step('There is no sum: the first result stands, and everybody reads why', async () => {
      for (const { page } of [rosa, amara, ana]) {
        await expect(page.getByText('Final', { exact: true })).toBeVisible()
        await expect(page.getByText(/1 person answered late\. In a secret vote fewer than 3 cannot be added/)).toBeVisible()
        await expect(page.getByRole('table', { name: 'Results by option' }).getByRole('row', { name: /^1 Shared intake 2/ })).toBeVisible()
        await expect(tallies(page)).toHaveCount(0)
        await expectReadable(page)
      }
    })
  } finally {
    for (const person of [host, dan]) person.leave()
    for (const { context } of [rosa, amara, ben, ana]) await context.close()
    await server.stop()
  }
})

/** Rosa on a laptop at the Decide step, Amara and Ben on phones, and a roster with four empty seats. */
async function gather(browser: Browser, origin: string) {
  const { links, joinCode, workshopId, host } = await openWorkshop(origin)
  const actor = { workshopId: WorkshopId.parse(workshopId), id: ParticipantId.parse(host.participantId), role: 'host' as const }
  addPartner(await host.open('board'), actor, { name: 'Copper Basin Native Center', seats: held })
  const agenda = (await host.workshop('GET')).body.agenda as { id: string; tool: string }[] // as the contract has it
  const step = agenda.find(({ tool }) => tool === 'votes')
  expect((await host.workshop('PUT', '/step', { stepId: step?.id })).status).toBe(200)
  const rosa = await openScreen(browser, 'laptop')
  const amara = await openScreen(browser, 'phone')
  const ben = await openScreen(browser, 'phone')
  await enterByLink(rosa.page, links.host)
  await joinByCode(amara.page, origin, joinCode, 'Amara Okafor', 'Tribal college')
  await joinByCode(ben.page, origin, joinCode, 'Ben Whitehorse')
  return { rosa, amara, ben, host, joinCode, display: `${origin}/w/${workshopId}/room` }
}

async function writeOptions(page: Page): Promise<void> {
  for (const option of options) {
    await page.getByRole('button', { name: 'Write one' }).click()
    await page.getByRole('textbox', { name: 'Option' }).fill(option)
    await page.getByRole('textbox', { name: 'Option' }).press('Escape')
  }
}

async function placeDots(page: Page, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByRole('button', { name: `Place a dot on ${label}` }).tap()
  await page.getByRole('button', { name: 'Done', exact: true }).tap()
}

async function closeVote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the vote' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
}

function tallies(page: Page) {
  return page.getByRole('table', { name: 'Dots by option: first, late and together' })
}
