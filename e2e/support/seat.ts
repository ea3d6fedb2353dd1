import { expect, type Page } from '@playwright/test'

/** Joins as a guest would: the code's address, a name, one press. */
export async function joinByCode(page: Page, origin: string, code: string, name: string, organisation = ''): Promise<void> {
  await page.goto(`${origin}/j/${code}`)
  await page.getByLabel('Your name').fill(name)
  if (organisation) await page.getByLabel('Organisation', { exact: true }).fill(organisation)
  await page.getByRole('button', { name: 'Join the session' }).click()
  await expect(page.locator('[data-saved=saved]')).toBeAttached()
}

/** Comes in by a host or return link. */
export async function enterByLink(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await expect(page.locator('[data-saved=saved]')).toBeAttached()
}

/** Waits until the server has acknowledged everything this page wrote. */
export async function allSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved=saved]')).toBeAttached()
}
