// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoteComposer } from '../../../../client/tools/ideas/NoteComposer'
import { defaultKinds } from '../../../../shared/tools/ideas/schema'

const onPost = vi.fn(() => true)
const onPasteLines = vi.fn()
const onClose = vi.fn()

function show() {
  render(<NoteComposer kinds={defaultKinds} keptAs="test:words" onPost={onPost} onPasteLines={onPasteLines} onClose={onClose} />)
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the note' })
}
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const press = (field: HTMLElement, key: string, more = {}) => fireEvent.keyDown(field, { key, ...more })
const paste = (field: HTMLElement, text: string) => fireEvent.paste(field, { clipboardData: { getData: () => text } })

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

describe('writing note after note', () => {
  it('posts on Enter, stays open and is empty for the next', () => {
    const field = show()
    type(field, 'Night and weekend advising')
    press(field, 'Enter')
    expect(onPost).toHaveBeenLastCalledWith('Night and weekend advising', 'idea')
    expect(field.value).toBe('')
    type(field, 'Libraries are trusted')
    fireEvent.click(screen.getByRole('radio', { name: 'Strength' }))
    press(field, 'Enter')
    expect(onPost).toHaveBeenLastCalledWith('Libraries are trusted', 'strength')
    expect(onClose).not.toHaveBeenCalled()
  })

  it('breaks the line on Shift Enter and leaves a composed letter alone', () => {
    const field = show()
    type(field, 'words')
    press(field, 'Enter', { shiftKey: true })
    press(field, 'Enter', { isComposing: true })
    expect(onPost).not.toHaveBeenCalled()
  })

  it('[IDEAS-2] posts neither nothing nor too much, and says what is too much', () => {
    const field = show()
    press(field, 'Enter')
    type(field, 'x'.repeat(2_001))
    press(field, 'Enter')
    expect(onPost).not.toHaveBeenCalled()
    expect(screen.getByRole('alert').textContent).toContain('2001 of 2000 characters')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    type(field, 'x'.repeat(2_000))
    press(field, 'Enter')
    expect(onPost).toHaveBeenCalledTimes(1)
  })

  it('[IDEAS-2] refuses a pasted book without taking it in', () => {
    const field = show()
    paste(field, 'x'.repeat(100_000))
    expect(screen.getByRole('alert').textContent).toContain('100000 characters are too many')
    expect(field.value).toBe('')
  })

  it('[IDEAS-9] offers several pasted lines as several notes', () => {
    const field = show()
    paste(field, 'one\r\n\r\ntwo\n')
    expect(onPasteLines).toHaveBeenCalledWith('one\r\n\r\ntwo\n')
    paste(field, 'just one line\n')
    expect(onPasteLines).toHaveBeenCalledTimes(1)
  })

  it('keeps unposted words on this device, and words that could not be posted in the field', () => {
    const field = show()
    onPost.mockReturnValueOnce(false)
    type(field, 'half a thought')
    press(field, 'Enter')
    expect(field.value).toBe('half a thought')
    cleanup()
    expect(show().value).toBe('half a thought')
  })

  it('ends on Escape', () => {
    press(show(), 'Escape')
    expect(onClose).toHaveBeenCalled()
  })
})
