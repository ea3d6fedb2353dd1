// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { initials } from '../../../client/ui/Avatar'
import { announce, announcements, announceOthers, repeatAnnouncements, setQuietAnnouncements } from '../../../client/ui/announce'
import { Button } from '../../../client/ui/Button'
import { Dialog } from '../../../client/ui/Dialog'
import { DockSlot, DockSlotContext } from '../../../client/ui/DockSlot'
import { Field } from '../../../client/ui/Field'
import { letterKeyAllowed, setLetterKeys } from '../../../client/ui/letter-key'
import { Menu } from '../../../client/ui/Menu'
import { Segmented } from '../../../client/ui/Segmented'
import { Stepper } from '../../../client/ui/Stepper'

afterEach(cleanup)

describe('a button', () => {
  it('that cannot be pressed stays reachable and says why', () => {
    const press = vi.fn()
    render(
      <Button disabledReason="Write a title first." onClick={press}>
        Create
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Create', description: 'Write a title first.' })
    fireEvent.click(button)
    expect(press).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })

  it('that is busy keeps its label and takes no second press', () => {
    const press = vi.fn()
    render(
      <Button busy onClick={press}>
        Close the vote
      </Button>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Close the vote' }))
    expect(press).not.toHaveBeenCalled()
  })
})

describe('a field', () => {
  it('ties label, hint and error to its control', () => {
    render(
      <Field label="Join code" hint="Six digits." error="You have four.">
        {(control) => <input {...control} />}
      </Field>,
    )
    const input = screen.getByLabelText('Join code')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
    expect(described).toEqual(['Six digits.', 'You have four.'])
  })
})

describe('a menu', () => {
  it('opens on its first item, moves by arrows, and gives focus back', () => {
    const chosen = vi.fn()
    render(
      <Menu
        label="Note actions"
        items={[
          { label: 'Edit', onSelect: vi.fn() },
          { label: 'Move to…', onSelect: chosen },
        ]}
      />,
    )
    const button = screen.getByRole('button', { name: 'Note actions' })
    fireEvent.click(button)
    expect(document.activeElement?.textContent).toContain('Edit')
    fireEvent.keyDown(document.activeElement ?? button, { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toContain('Move to…')
    fireEvent.click(document.activeElement ?? button)
    expect(chosen).toHaveBeenCalledOnce()
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(button)
  })
})

describe('a dialog', () => {
  function Opener() {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        <Dialog open={open} onClose={() => setOpen(false)} title="Close the vote now?">
          Final.
        </Dialog>
      </>
    )
  }

  it('is named by its title, begins there, and closes by its cross', () => {
    render(<Opener />)
    fireEvent.click(screen.getByText('Open'))
    expect(screen.getByRole('dialog', { name: 'Close the vote now?' })).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('Close the vote now?')
    fireEvent.click(screen.getByRole('button', { name: 'Close this dialog' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('closes by a press outside', () => {
    render(<Opener />)
    fireEvent.click(screen.getByText('Open'))
    fireEvent.pointerDown(screen.getByRole('dialog'))
    fireEvent.click(screen.getByRole('dialog'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('stays when a press that began inside ends outside, as when words are selected', () => {
    render(<Opener />)
    fireEvent.click(screen.getByText('Open'))
    fireEvent.pointerDown(screen.getByText('Final.'))
    fireEvent.click(screen.getByRole('dialog'))
    expect(screen.getByRole('dialog')).toBeTruthy()
  })
})

it('a choice of a few moves by arrows and keeps one tab stop', () => {
  const change = vi.fn()
  const options = [
    { value: 'board', label: 'Board' },
    { value: 'list', label: 'List' },
  ]
  render(<Segmented label="View" value="board" onChange={change} options={options} />)
  fireEvent.keyDown(screen.getByRole('radiogroup'), { key: 'ArrowRight' })
  expect(change).toHaveBeenCalledWith('list')
  expect(screen.getAllByRole('radio').filter((radio) => radio.tabIndex === 0)).toHaveLength(1)
})

it('a stepper says why it goes no further', () => {
  const change = vi.fn()
  render(<Stepper label="Dots on A" value={2} min={0} max={2} onChange={change} maxReason="2 is the most on one option." />)
  fireEvent.click(screen.getByRole('button', { name: 'More: Dots on A' }))
  expect(change).not.toHaveBeenCalled()
  expect(announcements().polite).toBe('2 is the most on one option.')
})

it('the dock slot shows the tool’s button in the dock, and nothing without one', () => {
  const dock = document.body.appendChild(document.createElement('span'))
  const { rerender } = render(
    <DockSlotContext value={dock}>
      <DockSlot>
        <button type="button">Reveal</button>
      </DockSlot>
    </DockSlotContext>,
  )
  expect(dock.textContent).toBe('Reveal')
  rerender(
    <DockSlot>
      <button type="button">Reveal</button>
    </DockSlot>,
  )
  expect(screen.queryByText('Reveal')).toBeNull()
})

describe('announcements', () => {
  it('repeat the same words as a change, and the last five on demand', () => {
    announce('Saved a note')
    const first = announcements().polite
    announce('Saved a note')
    expect(announcements().polite).not.toBe(first)
    for (const word of ['one', 'two', 'three', 'four', 'five']) announce(word)
    repeatAnnouncements()
    expect(announcements().polite).toBe('one. two. three. four. five')
  })

  it('about others come gathered, and not at all while quiet', () => {
    vi.useFakeTimers()
    announce('mine')
    announceOthers('4 new notes')
    announceOthers('2 moved')
    expect(announcements().polite).toBe('mine')
    vi.advanceTimersByTime(10_000)
    expect(announcements().polite).toBe('4 new notes. 2 moved')
    setQuietAnnouncements(true)
    announceOthers('1 new note')
    vi.advanceTimersByTime(10_000)
    expect(announcements().polite).toBe('4 new notes. 2 moved')
    setQuietAnnouncements(false)
    vi.useRealTimers()
  })
})

describe('single-letter keys', () => {
  function allowed(target: Element, init: KeyboardEventInit = {}): boolean {
    let answer = false
    target.addEventListener('keydown', (event) => {
      answer = letterKeyAllowed(event as KeyboardEvent)
    })
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, ...init }))
    return answer
  }

  it('work on the stage, not in text fields, not with a modifier, and not when switched off', () => {
    const stage = document.body.appendChild(document.createElement('div'))
    const field = document.body.appendChild(document.createElement('input'))
    expect(allowed(stage)).toBe(true)
    expect(allowed(field)).toBe(false)
    expect(allowed(stage, { ctrlKey: true })).toBe(false)
    setLetterKeys(false)
    expect(allowed(stage)).toBe(false)
    setLetterKeys(true)
  })
})

it('initials are the first letters of the first and the last word', () => {
  expect(['Amara Okafor', 'Cher', 'Ana María de la Cruz', ' '].map(initials)).toEqual(['AO', 'C', 'AC', '?'])
})
