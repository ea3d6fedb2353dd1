import { announce } from '../../../ui/announce'
import { toast } from '../../../ui/toast'

/** What a person has done here, each with its way back, the latest last. */
export class WaysBack {
  readonly #ways: (() => void)[] = []

  /** Says what was done; an offered way back can be pressed, every other is taken by undo. */
  done(said: string, back: () => void, offered = false): void {
    this.#ways.push(back)
    if (!offered) {
      announce(said)
      return
    }
    const run = () => {
      const at = this.#ways.lastIndexOf(back)
      if (at < 0) return
      this.#ways.splice(at, 1)
      back()
    }
    toast({ message: said, action: { label: 'Undo', run } })
  }

  /** Takes the latest back; false when there is none left. */
  undo(): boolean {
    const back = this.#ways.pop()
    back?.()
    return back !== undefined
  }
}
