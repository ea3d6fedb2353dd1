import { hostname } from 'node:os'
import { chromium, expect, test } from '@playwright/test'
import { joinByCode } from './support/seat'
import { ServerProcess } from './support/server-process'

/** The name under which a room's network finds this machine; here it leads back to the loopback address. */
const name = hostname().includes('.') ? hostname() : `${hostname()}.local`

test('a room without https or internet: open, join, write, vote, copy the link and download over plain http', async ({ launchOptions }) => {
  const server = await ServerProcess.start({ args: ['--host'] })
  const origin = `http://${name.toLowerCase()}:${new URL(server.origin).port}`
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${name} 127.0.0.1`],
  })
  const outside: string[] = []
  const hostPage = await (await browser.newContext()).newPage()
  const guestPage = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  for (const page of [hostPage, guestPage]) {
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) outside.push(request.url())
    })
  }

  await test.step('the start says that plain http can be listened to', () => expect.poll(() => server.output).toContain('plain http'))

  await test.step('a host opens a workshop', async () => {
    await hostPage.goto(`${origin}/new`)
    expect(await hostPage.evaluate(() => window.isSecureContext)).toBe(false)
    await hostPage.getByLabel('Title').first().fill('Room without internet')
    await hostPage.getByLabel('Your name').fill('Rosa Delgado')
    await hostPage.getByRole('button', { name: /open the workshop|start the workshop|create/i }).click()
    await expect(hostPage.locator('[data-saved=saved]')).toBeAttached()
    const cookies = await hostPage.context().cookies()
    expect(cookies.map(({ name, httpOnly, sameSite, secure }) => ({ name, httpOnly, sameSite, secure }))).toEqual([
      { name: 'convene', httpOnly: true, sameSite: 'Lax', secure: false },
    ])
  })

  await test.step('a guest joins with the code on a phone and both see a note', async () => {
    const code = (await hostPage.locator('.code').first().innerText()).replace(/\s/g, '')
    await joinByCode(guestPage, origin, code, 'Ben Whitehorse')
    const ideasPath = await hostPage
      .getByRole('link', { name: /picture the future/i })
      .first()
      .getAttribute('href')
    await hostPage.goto(origin + ideasPath)
    await hostPage.getByRole('button', { name: 'Private writing' }).click()
    await hostPage.getByRole('switch', { name: 'Private writing' }).click()
    await expect(hostPage.getByRole('switch', { name: 'Private writing' })).not.toBeChecked()
    await hostPage.getByRole('button', { name: 'Close this dialog' }).last().click()
    await guestPage.goto(origin + ideasPath)
    await guestPage.getByRole('textbox', { name: /note/i }).first().fill('One front door')
    await guestPage.keyboard.press('Enter')
    await expect(hostPage.getByText('One front door').first()).toBeVisible()
  })

  await test.step('an open vote on typed options is cast on the phone and counted', async () => {
    const votesPath = await hostPage
      .getByRole('link', { name: /dot vote on themes/i })
      .first()
      .getAttribute('href')
    await hostPage.goto(origin + votesPath)
    await hostPage.getByRole('button', { name: 'Write one' }).click()
    for (const option of ['Access', 'Pay while learning']) {
      await hostPage.keyboard.type(option)
      await hostPage.keyboard.press('Enter')
    }
    await hostPage.getByRole('radio', { name: /^Open/ }).check({ force: true })
    await hostPage.getByRole('button', { name: 'Open the vote' }).click()
    await guestPage.goto(origin + votesPath)
    await guestPage.getByRole('button', { name: 'Place a dot on Access' }).click()
    await guestPage.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(hostPage.getByText('Everybody has finished.')).toBeVisible()
    await hostPage.getByRole('button', { name: 'Close the vote' }).click()
    await hostPage.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
    for (const page of [hostPage, guestPage])
      await expect(page.getByRole('table', { name: 'Results by option' }).getByRole('row', { name: /^1 Access 1 1\b/ })).toBeVisible()
  })

  await test.step('the link is copied without the clipboard interface', async () => {
    await hostPage.getByRole('button', { name: 'Invite' }).click()
    await hostPage.getByRole('button', { name: /copy/i }).first().click()
    await expect(hostPage.getByText(/copied/i).first()).toBeVisible()
    await hostPage.keyboard.press('Escape')
  })

  await test.step('the document can be downloaded', async () => {
    await hostPage.getByRole('link', { name: 'Vision document' }).click()
    const waiting = hostPage.waitForEvent('download')
    await hostPage.getByRole('button', { name: /word/i }).first().click()
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/\.docx$/)
  })

  expect(outside, 'nothing is asked of any other server').toEqual([])
  await browser.close()
  await server.stop()
})
