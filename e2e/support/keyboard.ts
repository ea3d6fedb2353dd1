import { expect, type Locator, type Page } from '@playwright/test'

const farthest = 90

/** A person who has a keyboard and nothing else. */
export class Keyboard {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  /** Takes hold of a page before its first address, and from then on counts every use of a pointer. */
  static async of(page: Page): Promise<Keyboard> {
    await page.addInitScript(() => {
      for (const kind of ['pointerdown', 'mousedown', 'touchstart']) {
        window.addEventListener(kind, () => sessionStorage.setItem('pointer-used', kind), true)
      }
    })
    return new Keyboard(page)
  }

  async expectNoPointer(): Promise<void> {
    expect(await this.#page.evaluate(() => sessionStorage.getItem('pointer-used'))).toBeNull()
  }

  /** Keys one after the other, for example `press('g', '5')`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  /** Words, as typed. */
  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words)
  }

  /** Goes to a control with Tab, or another key that moves; fails when it cannot be reached so. */
  async reach(target: Locator, key = 'Tab'): Promise<void> {
    await expect(target).toBeVisible()
    for (let presses = 0; presses < farthest; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.press(key)
    }
    throw new Error(`${target} is not reached by ${key}`)
  }

  /** Goes to a region of the screen with F6. */
  async region(target: Locator): Promise<void> {
    await this.reach(target, 'F6')
  }

  /** Goes to a button or link and presses it. */
  async activate(target: Locator): Promise<void> {
    await this.reach(target)
    await this.press('Enter')
  }

  /** Goes to a field and fills it. */
  async fill(target: Locator, words: string): Promise<void> {
    await this.reach(target)
    await this.press('Control+a')
    await this.type(words)
  }

  /** Goes to the facilitators' dock and presses one of its buttons. */
  async dock(name: string): Promise<void> {
    await this.region(this.#page.getByRole('toolbar', { name: 'Facilitator controls' }))
    const button = this.#page.getByRole('toolbar', { name: 'Facilitator controls' }).getByRole('button', { name })
    await expect(button).toBeVisible()
    await this.press('Tab')
    await this.reach(button, 'ArrowRight')
    await this.press('Enter')
  }
}
