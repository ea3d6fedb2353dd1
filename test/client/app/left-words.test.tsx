// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { keepLeftWords } from '../../../client/app/workshop/left-words'
import { NoSeat } from '../../../client/app/workshop/NoSeat'

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

describe('words that were not saved when their author had to leave', () => {
  it('are still offered after a reload, in this workshop only', () => {
    keepLeftWords('ws_1', ['We see clear water', 'and a bridge'])
    render(<NoSeat workshopId="ws_2" message="No seat" />)
    expect(screen.queryByText(/clear water/)).toBeNull()
    cleanup()
    render(<NoSeat workshopId="ws_1" message="No seat" />)
    expect(screen.getByText(/We see clear water/).textContent).toBe('We see clear water\n\nand a bridge')
    expect(screen.getByRole('button', { name: 'Download' })).toBeDefined()
  })

  it('that cannot be read again are as none', () => {
    sessionStorage.setItem('convene:left-words:ws_1', '{"not":"a list"}')
    render(<NoSeat workshopId="ws_1" message="No seat" />)
    expect(screen.queryByText(/were not saved/)).toBeNull()
  })
})
