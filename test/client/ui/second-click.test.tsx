// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Dialog } from '../../../client/ui/Dialog'
import { holdSecondClicks } from '../../../client/ui/second-click'

beforeAll(() => holdSecondClicks(document))
afterEach(cleanup)

/** A button that gives way to another one in its place. */
function Proposing({ onWithdraw }: { readonly onWithdraw: () => void }) {
  const [isMade, setMade] = useState(false)
  return isMade ? (
    <button key="withdraw" type="button" onClick={onWithdraw}>
      Withdraw
    </button>
  ) : (
    <button key="propose" type="button" onClick={() => setMade(true)}>
      Propose
    </button>
  )
}

describe('the second click of a double click', () => {
  it('[DRAFTS-197] presses nothing that came up under the first, and a press after it does', () => {
    const withdraw = vi.fn()
    render(<Proposing onWithdraw={withdraw} />)
    fireEvent.click(screen.getByText('Propose'), { detail: 1 })
    fireEvent.click(screen.getByText('Withdraw'), { detail: 2 })
    expect(withdraw).not.toHaveBeenCalled()
    fireEvent.click(screen.getByText('Withdraw'), { detail: 1 })
    expect(withdraw).toHaveBeenCalledOnce()
  })

  it('[DRAFTS-197] counts for the same button, and for whatever keys press', () => {
    const press = vi.fn()
    render(
      <>
        <button type="button" onClick={press}>
          More
        </button>
        <Proposing onWithdraw={press} />
      </>,
    )
    fireEvent.click(screen.getByText('More'), { detail: 1 })
    fireEvent.click(screen.getByText('More'), { detail: 2 })
    expect(press).toHaveBeenCalledTimes(2)
    fireEvent.click(screen.getByText('Propose'), { detail: 0 })
    fireEvent.click(screen.getByText('Withdraw'), { detail: 0 })
    expect(press).toHaveBeenCalledTimes(3)
  })

  it('[DRAFTS-197] does not close the dialog that the first one opened', () => {
    const close = vi.fn()
    render(
      <>
        <button type="button">Open</button>
        <Dialog open onClose={close} title="Close the vote now?">
          Final.
        </Dialog>
      </>,
    )
    fireEvent.click(screen.getByText('Open'), { detail: 1 })
    fireEvent.pointerDown(screen.getByRole('dialog'))
    fireEvent.click(screen.getByRole('dialog'), { detail: 2 })
    expect(close).not.toHaveBeenCalled()
  })

  it('[VOTES-176] selects no words where the first was on a button, and does elsewhere', () => {
    render(
      <>
        <button type="button">Give my answer</button>
        <p>Words beside it</p>
      </>,
    )
    const words = screen.getByText('Words beside it')
    fireEvent.click(screen.getByText('Give my answer'), { detail: 1 })
    expect(fireEvent.mouseDown(words, { detail: 2 })).toBe(false)
    expect(fireEvent.mouseDown(words, { detail: 1 })).toBe(true)
    fireEvent.click(words, { detail: 1 })
    expect(fireEvent.mouseDown(words, { detail: 2 })).toBe(true)
  })
})
