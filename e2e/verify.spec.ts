import { readFileSync, writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { ApiPerson } from './support/api-person'
import { openWorkshop } from './support/open-workshop'
import { openScreen } from './support/screens'
import { ServerProcess } from './support/server-process'

const names = ['Amara Okafor', 'Ben Whitehorse', 'Joan Kawaika', 'Eli Begay', 'Grace Lindqvist']

test('[VOTES-64] somebody without a seat checks an exported vote, and a voter finds their own ballot', async ({ browser }, info) => {
  const server = await ServerProcess.start({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
  const stranger = await openScreen(browser, 'phone')
  const people: ApiPerson[] = []
  try {
    const { host, joinCode } = await openWorkshop(server.origin)
    people.push(host)
    const file = info.outputPath('vote.json')
    const { receipts, roundId } = await test.step('Five people vote, and the vote is exported', async () => {
      const made = await host.workshop('POST', '/rounds', {
        question: 'Which goals do we start?',
        method: 'dots',
        dots: 3,
        secret: true,
        options: ['Paid to learn', 'Wraparound', 'A night bus'].map((label) => ({ label })),
      })
      const { roundId: id, options } = made.body as { roundId: string; options: { id: string }[] } // the contract of createRound
      await host.workshop('POST', `/rounds/${id}/open`)
      const given: string[] = []
      for (const [index, name] of names.entries()) {
        const person = await ApiPerson.join(server.origin, joinCode, name)
        people.push(person)
        const allocation = { [options[0]?.id ?? '']: 1 + (index % 2), [options[1]?.id ?? '']: 1 }
        const cast = await person.workshop('PUT', `/rounds/${id}/ballot`, {
          idempotencyKey: 'once',
          baseVersion: 0,
          allocation,
          done: true,
        })
        given.push(String(cast.body.receipt))
      }
      await host.workshop('POST', `/rounds/${id}/close`)
      await expect.poll(async () => (await host.workshop('GET', `/rounds/${id}`)).body.state).toBe('closed')
      const exported = await host.workshop('GET', `/rounds/${id}/export`)
      writeFileSync(file, JSON.stringify(exported.body))
      return { receipts: given, roundId: id }
    })

    const { page, context } = stranger
    await test.step('The page opens for anybody; from then on it needs no network', async () => {
      await page.goto(`${server.origin}/verify`)
      await expect(page.getByRole('heading', { level: 1, name: 'Check a vote' })).toBeVisible()
      await context.setOffline(true)
    })

    await test.step('The file holds, and each check says why', async () => {
      await page.getByLabel('Exported vote').setInputFiles(file)
      await expect(page.getByText('This file holds. Everything that can be checked fits together.').first()).toBeVisible()
      await expect(page.getByText('5 ballots counted again give this result.')).toBeVisible()
      await expect(page.getByRole('list', { name: 'What was checked' }).getByText('Holds', { exact: true })).toHaveCount(7)
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    })

    await test.step('A receipt that is typed finds its ballot, and a wrong one finds none', async () => {
      await page.getByLabel('Your receipt').fill(receipts[1]?.toLowerCase() ?? '')
      await expect(page.getByText('This file has your ballot. It says: Paid to learn 2, Wraparound 1.')).toBeVisible()
      await page.getByLabel('Your receipt').fill('AAAA-AAAA-AAAA')
      await expect(page.getByText('No ballot in this file has this receipt.')).toBeVisible()
    })

    await test.step('An altered file does not hold, in words that say what was altered', async () => {
      const altered = info.outputPath('altered.json')
      writeFileSync(altered, readFileSync(file, 'utf8').replace('"rank":2', '"rank":1'))
      await page.getByLabel('Exported vote').setInputFiles(altered)
      await expect(page.getByText('This file does not hold. Something in it was changed.').first()).toBeVisible()
      await expect(page.getByText('“Wraparound”: the result says rank 1, the ballots give 2.')).toBeVisible()
      await page.getByLabel('Exported vote').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no') })
      await expect(page.getByRole('alert')).toHaveText('This file is not JSON. Choose the JSON file that a closed vote exports.')
    })

    await test.step('A device that kept its receipt finds its ballot by itself', async () => {
      await page.evaluate(([id, receipt]) => localStorage.setItem(`convene:receipt:${id}`, `${receipt}`), [roundId, receipts[0]])
      await page.getByLabel('Exported vote').setInputFiles(file)
      await expect(page.getByText('This file has your ballot. It says: Paid to learn 1, Wraparound 1.')).toBeVisible()
      await expect(page.getByText('This device cast a ballot in this vote and kept its receipt.')).toBeVisible()
    })
  } finally {
    for (const person of people) person.leave()
    await stranger.context.close()
    await server.stop()
  }
})
