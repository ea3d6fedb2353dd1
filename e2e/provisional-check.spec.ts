import { expect, test } from '@playwright/test'
import { ParticipantId, WorkshopId } from '../shared/access/actor'
import { addPartner } from '../shared/tools/partners/commands'
import { rounds } from '../shared/tools/votes/collections'
import { agenda } from '../shared/workshop/collections'
import { expectReadable } from './support/accessible'
import { ApiPerson } from './support/api-person'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { enterByLink } from './support/seat'
import { ServerProcess } from './support/server-process'
import { addParagraph } from './support/wording'

const words = 'One door for every learner in the basin.'

test('a check needs employers, nobody speaks for them: provisional, answered late on the same words, then passed', async ({ browser }) => {
  const server = await ServerProcess.start({ env: { LIMIT_CLOSE_GRACE_MS: '200' } })
  const { host, joinCode, links } = await openWorkshop(server.origin)
  const step = agenda.all(await host.open('record')).find(({ title }) => title === 'Check the words')
  const { body } = await host.workshop('POST', '/drafts', { kind: 'vision', title: 'Vision', stepId: step?.id })
  const draft = await host.open(`draft/${body.draftId}`)
  addParagraph(draft, words)
  expect((await host.workshop('PUT', '/step', { stepId: step?.id })).status).toBe(200)
  const educators: ApiPerson[] = []
  for (const name of ['Amara Okafor', 'Ben Whitehorse', 'Carla Ruiz']) {
    educators.push(await ApiPerson.join(server.origin, joinCode, name, 'Tribal college', 'education'))
  }
  const joan = await ApiPerson.join(server.origin, joinCode, 'Joan Begay', 'The Clinic', 'human-services')
  const actor = { workshopId: WorkshopId.parse(host.workshopId), id: ParticipantId.parse(host.participantId), role: 'host' as const }
  addPartner(await host.open('board'), actor, { name: 'Red Mesa Resort', sector: 'employers', seats: [] })
  const rosa = await openScreen(browser, 'laptop')
  const ana = await openScreen(browser, 'phone')
  await enterByLink(rosa.page, links.host)
  let link = ''

  try {
    await test.step('Rosa asks by gradients and says that employers must agree, of whom nobody is here', async () => {
      await rosa.page.getByRole('radio', { name: /Gradients of agreement/ }).check()
      await rosa.page.getByText('Whose agreement it needs: everybody together').click()
      await expect(rosa.page.getByRole('checkbox', { name: /^Education 3 people here/ })).toBeVisible()
      await rosa.page.getByRole('checkbox', { name: /^Education/ }).check()
      await rosa.page.getByRole('checkbox', { name: /^Employers nobody here/ }).check()
      await expectReadable(rosa.page)
      await rosa.page.getByRole('button', { name: 'Ask everybody' }).click()
      await expect(rosa.page.getByText(/Sectors that must agree: Education, Employers\./)).toBeVisible()
    })

    await test.step('Four answer; at the close the result is provisional and says who is missing', async () => {
      const record = await host.open('record')
      const open = () => rounds.all(record).find(({ state }) => state === 'open')
      await expect.poll(open).toBeDefined()
      const round = open()
      const levels = [1, 2, 6, 2]
      for (const [place, person] of [...educators, joan].entries()) {
        const ballot = {
          idempotencyKey: 'one',
          baseVersion: 0,
          answer: levels[place],
          textHash: round?.subject?.textHash,
          reason: 'As it reads.',
        }
        expect((await person.workshop('PUT', `/rounds/${round?.id}/ballot`, ballot)).status).toBe(200)
      }
      await rosa.page.getByRole('button', { name: 'Close the check' }).click()
      await rosa.page.getByRole('dialog').getByRole('button', { name: 'Close the check' }).click()
      await expect(rosa.page.getByText('Provisional: not passed so far', { exact: true })).toBeVisible()
      await expect(
        rosa.page.getByText(/^Not yet: employers \(nobody of them could answer\)\. Agreed: education \(2 of 3 at or above/),
      ).toBeVisible()
      await expect(rosa.page.getByRole('table', { name: 'Answers by sector' })).toBeAttached()
      await expectReadable(rosa.page)
    })

    await test.step('Rosa asks Ana, and the words go on changing', async () => {
      const card = rosa.page.getByRole('region', { name: 'Ask those who were missing' })
      await card.getByRole('group', { name: 'Employers' }).getByLabel('Name').fill('Ana Lopez')
      await card.getByRole('button', { name: 'Open late answers' }).click()
      const open = rosa.page.getByRole('region', { name: 'Late answers' })
      link = await open.getByLabel('Link for Ana Lopez').inputValue()
      addParagraph(draft, 'And nobody waits for a room.')
      await expect(rosa.page.getByText(/The words have changed since/)).toBeVisible()
    })

    await test.step('Ana opens her link on a phone, reads the words as they were, and answers', async () => {
      await ana.page.goto(link)
      await ana.page.getByRole('button', { name: 'Join the session' }).click()
      const own = ana.page.getByRole('region', { name: 'Your late answer' })
      await expect(own.getByText(words)).toBeVisible()
      await expect(own.getByText('And nobody waits for a room.')).toHaveCount(0)
      await expect(own.getByText(/Your answer counts for the words above/)).toBeVisible()
      await expectReadable(ana.page)
      await own.getByRole('radio', { name: /Agreement with a minor point/ }).check()
      await own.getByRole('button', { name: 'Give my answer' }).tap()
      await expect(own.getByText(/^Your answer is in:/)).toBeVisible()
    })

    await test.step('Rosa closes the late answers: both tallies and their sum, employers among those who agree', async () => {
      const open = rosa.page.getByRole('region', { name: 'Late answers' })
      await open.getByRole('button', { name: 'Close late answers' }).click()
      await rosa.page.getByRole('dialog').getByRole('button', { name: 'Close late answers' }).click()
      for (const { page } of [rosa, ana]) {
        await expect(page.getByText(/employers \(1 of 1 at or above “Support with reservations”\)/)).toBeVisible()
        await expect(page.getByText('Final: passed', { exact: true })).toBeVisible()
        const table = page.getByRole('table', { name: 'Answers: first, late and together' })
        await expect(table.getByRole('row', { name: /^Agreement with a minor point of contention 2 1 3/ })).toBeVisible()
        await expectReadable(page)
      }
    })
  } finally {
    for (const person of [host, joan, ...educators]) person.leave()
    for (const { context } of [rosa, ana]) await context.close()
    await server.stop()
  }
})
