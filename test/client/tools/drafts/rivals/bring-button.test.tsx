// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BringButton, broughtInWords } from '../../../../../client/tools/drafts/rivals/BringButton'

afterEach(cleanup)

describe('bringing another wording into the draft', () => {
  it('[DRAFTS-136] asks whether it comes at the end or takes the place of the words, and says which it was', () => {
    const onBring = vi.fn()
    render(<BringButton name="Alternative B" isDraftEmpty={false} onBring={onBring} />)
    for (const [label, how] of [
      ['Put it at the end of the draft', 'append'],
      ['Replace the draft with it', 'replace'],
    ] as const) {
      fireEvent.click(screen.getByRole('button', { name: 'Bring into draft…' }))
      expect(onBring).not.toHaveBeenLastCalledWith(how)
      fireEvent.click(screen.getByText(label))
      expect(onBring).toHaveBeenLastCalledWith(how)
    }
    expect(broughtInWords('Alternative B', 'append', false)).toBe('Alternative B stands at the end of the draft.')
    expect(broughtInWords('Alternative B', 'replace', false)).toBe('Alternative B has taken the place of the draft’s words.')
  })

  it('[DRAFTS-136] has nothing to ask where the draft is empty, or cannot be written in', () => {
    const onBring = vi.fn()
    const { rerender } = render(<BringButton name="Alternative B" isDraftEmpty onBring={onBring} />)
    fireEvent.click(screen.getByRole('button', { name: 'Bring into draft' }))
    expect(onBring).toHaveBeenLastCalledWith('replace')
    rerender(<BringButton name="Alternative B" isDraftEmpty={false} onBring={undefined} />)
    expect(screen.getByText('The draft is not open for writing.')).toBeDefined()
  })
})
