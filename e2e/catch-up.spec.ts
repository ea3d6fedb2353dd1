import { expect, type Page, test } from '@playwright/test'
import { agenda } from '../shared/workshop/collections'
import { expectAccessible } from './support/accessible'
import { ApiPerson } from './support/api-person'
import { movableClock, restartDaysLater } from './support/later'
import { keyOf, openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'
import { rewrite } from './support/wording'

test('[DRAFTS-125] whoever comes back a day later reads what changed and what waits for them, on a phone', async ({ browser }, info) => {
  const server = await ServerProcess.start({ env: { LIMIT_CLOSE_GRACE_MS: '200', ...movableClock } })
  const { joinCode, links, host, workshopId } = await openWorkshop(server.origin)
  const step = agenda.all(await host.open('record')).find(({ title }) => title === 'Check the words')
  const vision = await host.workshop('POST', '/drafts', { kind: 'vision', title: 'Vision', stepId: step?.id })
  const file = (text: string) => ({ format: 'markdown', text })
  await host.workshop('POST', '/drafts/import', { target: { draftId: vision.body.draftId }, file: file('Every adult finds work.') })
  const ben = await openScreen(browser, 'phone')
  await joinByCode(ben.page, server.origin, joinCode, 'Ben Whitehorse')
  const heading = ben.page.getByRole('heading', { level: 1, name: 'Since you were here' })
  const card = ben.page.getByRole('region', { name: 'Since you were here' })
  let roundId = ''

  try {
    await test.step('Ben finds nothing missed while he is here, and leaves', async () => {
      await ben.page.getByRole('button', { name: 'Agenda' }).tap()
      await ben.page.getByRole('link', { name: 'Since you were here' }).tap()
      await expect(heading).toBeVisible()
      await expect(ben.page.getByText('Nothing waits for your answer.')).toBeVisible()
      await expect(ben.page.getByText(/^Others have changed nothing since you joined on/)).toBeVisible()
      await ben.page.goto('about:blank')
      host.leave()
    })

    await test.step('A day later the others change the wording, write another one, decide and open a vote', async () => {
      await restartDaysLater(server, 1)
      const rosa = await ApiPerson.enter(server.origin, workshopId, keyOf(links.host))
      const target = { rivalOf: vision.body.draftId, title: 'Shorter' }
      await rosa.workshop('POST', '/drafts/import', { target, file: file('Work for every adult.') })
      rewrite(await rosa.open(`draft/${vision.body.draftId}`), 'Every adult in the basin finds work.')
      await expect.poll(async () => (await rosa.workshop('GET', `/drafts/${vision.body.draftId}`)).body.text).toContain('basin')
      await rosa.workshop('PATCH', `/drafts/${vision.body.draftId}`, { state: 'locked' })
      const body = {
        question: 'Which theme first?',
        method: 'approval',
        secret: true,
        options: [{ label: 'Buses' }, { label: 'Night classes' }],
      }
      roundId = String((await rosa.workshop('POST', '/rounds', body)).body.roundId)
      await rosa.workshop('POST', `/rounds/${roundId}/open`)
      rosa.leave()
    })

    await test.step('Ben comes back: a quiet card says how much, and nothing is in his way', async () => {
      await ben.page.goto(`${server.origin}/w/${workshopId}`)
      await expect(card).toContainText('3 things changed, 1 waits for your answer')
      await expect(ben.page.getByRole('dialog')).toHaveCount(0)
      await expectAccessible(ben.page)
      await ben.page.screenshot({ path: info.outputPath('phone-card.png') })
      await card.getByRole('link', { name: 'Catch up' }).tap()
      await expect(heading).toBeVisible()
    })

    await test.step('The page has both parts in order, with real headings and lists, in light and dark, and clips nothing', async () => {
      await expect(ben.page.getByRole('heading', { level: 2 })).toHaveText(['Waits for you (1)', 'What changed'])
      await expect(
        ben.page.getByRole('listitem').filter({ hasText: 'Rosa Delgado began another wording, “Vision: Shorter”' }),
      ).toBeVisible()
      await expect(ben.page.getByRole('listitem').filter({ hasText: 'Rosa Delgado locked “Vision”' })).toBeVisible()
      await expect(ben.page.getByRole('listitem').filter({ hasText: '“Which theme first?” was opened' })).toBeVisible()
      await ben.page.getByText('See the words').first().tap()
      await expect(ben.page.locator('details[open] .compared ins')).toContainText('in the basin')
      for (const colorScheme of ['dark', 'light'] as const) {
        await ben.page.emulateMedia({ colorScheme })
        await expectAccessible(ben.page)
        await ben.page.screenshot({ path: info.outputPath(`phone-${colorScheme}.png`), fullPage: true })
      }
      expect(await ben.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await ben.page.setViewportSize({ width: 1440, height: 900 })
      await ben.page.screenshot({ path: info.outputPath('laptop.png') })
      await ben.page.setViewportSize({ width: 390, height: 844 })
    })

    await test.step('What waits leads to the ballot; once he has answered, on whatever device, nothing waits', async () => {
      const waiting = ben.page.getByRole('link', { name: /^Go to the ballot/ })
      await waiting.tap()
      await expect(ben.page.getByText('Which theme first?').first()).toBeVisible()
      await ben.page.goBack()
      await expect(ben.page.getByRole('heading', { level: 2, name: 'Waits for you (1)' })).toBeVisible()
      await answer(ben.page, workshopId, roundId)
      await expect(ben.page.getByRole('heading', { level: 2, name: 'Waits for you', exact: true })).toBeVisible()
      await expect(ben.page.getByText('Nothing waits for your answer.')).toBeVisible()
    })
  } finally {
    await server.stop()
  }
})

/** His ballot, as his other device would send it. */
async function answer(page: Page, workshopId: string, roundId: string): Promise<void> {
  const status = await page.evaluate(
    async ([workshop, round]) => {
      const path = `/api/workshops/${workshop}/rounds/${round}`
      const { options } = await (await fetch(path)).json()
      const body = JSON.stringify({ idempotencyKey: 'other-device-1', baseVersion: 0, allocation: { [options[0].id]: 1 }, done: true })
      return (await fetch(`${path}/ballot`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body })).status
    },
    [workshopId, roundId],
  )
  expect(status).toBe(200)
}
