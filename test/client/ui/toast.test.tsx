// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Toasts } from '../../../client/ui/Toasts'
import { dismissOffers, type Toast, toast } from '../../../client/ui/toast'

const undo = { label: 'Undo', run: () => {} }

function say(...toasts: readonly Toast[]): void {
  act(() => {
    for (const each of toasts) toast(each)
  })
}

function shown(): readonly (string | undefined)[] {
  return [...document.querySelectorAll('.toast .grow')].map((element) => element.textContent ?? undefined)
}

beforeEach(() => {
  vi.useFakeTimers()
  render(<Toasts />)
})
afterEach(() => {
  act(() => void vi.runAllTimers())
  vi.useRealTimers()
  cleanup()
})

it('a newer toast takes the place of the older, unless that says why something was refused', () => {
  say({ message: 'Moved to Transport', action: undo }, { message: 'Moved to Schools', action: undo })
  expect(shown()).toEqual(['Moved to Schools'])
  say({ message: 'This step is locked.', refusal: true }, { message: 'Copied.' })
  expect(shown()).toEqual(['This step is locked.', 'Copied.'])
})

it('a way back goes away when the keys have taken the change back', () => {
  say({ message: 'Moved to Transport', action: undo })
  fireEvent.keyDown(document.body, { key: 'z' })
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(shown()).toEqual([])
})

it('a way back does not follow to another step, while plain words do', () => {
  say({ message: 'Moved to Transport', action: undo })
  act(dismissOffers)
  expect(shown()).toEqual([])
  say({ message: 'Rosa brought everyone to Decide' })
  act(dismissOffers)
  expect(shown()).toEqual(['Rosa brought everyone to Decide'])
})
