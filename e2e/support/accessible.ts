import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What another theme can break: it changes colours alone. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Nothing that a screen reader stumbles over on the screen as it is, and none of the good practices left out. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, new AxeBuilder({ page }).withTags(criteria))
}

/** The same, nothing wider than the screen, and colours that are told from their ground in the other theme too. */
export async function expectReadable(page: Page): Promise<void> {
  await expectStill(page)
  await expectAccessible(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
  const theme = await page.evaluate(() => document.documentElement.dataset.theme ?? 'light')
  await setTheme(page, theme === 'dark' ? 'light' : 'dark')
  await expectStill(page)
  await expectNoViolation(page, new AxeBuilder({ page }).withRules(colourRules))
  await setTheme(page, theme)
}

async function expectNoViolation(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(found, `${page.url()} in ${await page.evaluate(() => document.documentElement.dataset.theme)}`).toEqual([])
}

function setTheme(page: Page, theme: string): Promise<void> {
  return page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)
}

/** Nothing on its way to another colour or place; what turns for ever is still enough. */
async function expectStill(page: Page): Promise<void> {
  const moving = () =>
    document.getAnimations().filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
      .length
  await expect.poll(() => page.evaluate(moving)).toBe(0)
}
