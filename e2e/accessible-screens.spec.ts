import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { ServerProcess } from './support/server-process'

const sizes = [
  { name: 'laptop', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const
const themes = ['light', 'dark'] as const

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
    for (const theme of themes) {
      test(`has no accessibility violation and nothing wider than the screen (${name}, ${theme})`, async ({ browser }) => {
        const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce' })
        const page = await context.newPage()
        for (const path of ['/', '/new', '/verify', `/j/${joinCode(server)}`]) {
          await page.goto(server.origin + path)
          await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
          await scan(page, path)
        }
        await page.goto(hostLink)
        await expect(page.locator('[data-saved=saved]').first()).toBeAttached()
        for (const path of await workshopPaths(page)) {
          await page.goto(server.origin + path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expect(page.locator('main')).toBeVisible()
          await expect(page.locator('.skel')).toHaveCount(0)
          await scan(page, path)
        }
        await context.close()
      })
    }
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

async function scan(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  expect(found, path).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
}
