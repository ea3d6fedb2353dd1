import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { Traffic } from './traffic'

const devices = {
  laptop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>

/** One person's browser, and everything it was sent. */
export interface Screen {
  readonly page: Page
  readonly context: BrowserContext
  readonly traffic: Traffic
}

/** A browser of its own, with its own cookies and storage. */
export async function openScreen(browser: Browser, device: keyof typeof devices, options: BrowserContextOptions = {}): Promise<Screen> {
  const context = await browser.newContext({ ...devices[device], ...options })
  const page = await context.newPage()
  return { page, context, traffic: Traffic.of(page) }
}

/** The step that a screen shows. */
export async function expectStep(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
}

/** The facilitator's Next, and everybody who follows. */
export async function nextStep(facilitator: Page, followers: readonly Page[], title: string): Promise<void> {
  await facilitator.getByRole('button', { name: `Next: ${title}` }).click()
  for (const page of [facilitator, ...followers]) await expectStep(page, title)
}

/** Until the server has acknowledged everything this screen wrote. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved=saved]')).toBeAttached()
}
