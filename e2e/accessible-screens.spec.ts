import { expect, type Page, test } from '@playwright/test'
import { expectReadable } from './support/accessible'
import { ServerProcess } from './support/server-process'

const sizes = [
  { name: 'laptop', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const

test.describe('every screen of the filled sample', () => {
  let server: ServerProcess
  let hostLink = ''

  test.beforeAll(async () => {
    server = await ServerProcess.start({ args: ['--demo'] })
    await expect.poll(() => server.output).toContain('Observer')
    hostLink = /Host\s+(\S+)/.exec(server.output)?.[1] ?? ''
  })
  test.afterAll(() => server.stop())

  for (const { name, viewport } of sizes) {
    test(`has no accessibility violation in either theme, and nothing wider than the screen (${name})`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const path of ['/', '/new', '/verify', `/j/${joinCode(server)}`]) {
        await page.goto(server.origin + path)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        await expectReadable(page)
      }
      await page.goto(hostLink)
      await expect(page.locator('[data-saved=saved]').first()).toBeAttached()
      for (const path of await workshopPaths(page)) {
        await page.goto(server.origin + path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('main')).toBeVisible()
        await expect(page.locator('.skel')).toHaveCount(0)
        await expectReadable(page)
      }
      await context.close()
    })
  }
})

function joinCode(server: ServerProcess): string {
  return /the code (\d{6})/.exec(server.output)?.[1] ?? ''
}

/** The addresses of all steps, the log, the document and the room display. */
async function workshopPaths(page: Page): Promise<string[]> {
  const workshopId = new URL(page.url()).pathname.split('/')[2]
  const answer = await page.request.get(new URL(`/api/workshops/${workshopId}`, page.url()).href)
  const { agenda } = (await answer.json()) as { agenda: { id: string }[] } // as the contract has it
  expect(agenda.length).toBeGreaterThanOrEqual(7)
  return [...agenda.map(({ id }) => id), 'log', 'document', 'room'].map((screen) => `/w/${workshopId}/${screen}`)
}
