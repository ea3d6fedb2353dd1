// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EmptySeats } from '../../../../../client/tools/votes/setup/EmptySeats'
import { awaitedSeats, beginSetup } from '../../../../../client/tools/votes/setup/setup'
import type { EmptySeat } from '../../../../../shared/tools/tool'

afterEach(cleanup)

const seats = [seat('state adult basic education', 0), seat('local businesses', 2)]

function seat(words: string, partners: number): EmptySeat {
  return { words, partners }
}

function show(all: readonly EmptySeat[] = seats) {
  const onChange = vi.fn<(awaited: readonly string[]) => void>()
  function Seats() {
    const [awaited, setAwaited] = useState<readonly string[]>([])
    return (
      <EmptySeats
        seats={all}
        awaited={awaited}
        onChange={(next) => {
          onChange(next)
          setAwaited(next)
        }}
      />
    )
  }
  render(<Seats />)
  return onChange
}

describe('the empty seats in the set-up of a vote', () => {
  it('[VOTES-84] can each be waited for; none is at first, and what it means is said with them', () => {
    const onChange = show()
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox')
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false])
    expect(screen.getByRole('group', { name: 'Whom the result waits for' }).getAttribute('aria-describedby')).toBe(
      screen.getByText(/the result is provisional: those who were missing can answer later, by private link/).id,
    )
    fireEvent.click(screen.getByRole('checkbox', { name: 'The result waits for local businesses 0 of 2 partners here' }))
    expect(onChange).toHaveBeenLastCalledWith(['local businesses'])
    fireEvent.click(screen.getByRole('checkbox', { name: 'The result waits for local businesses 0 of 2 partners here' }))
    expect(onChange).toHaveBeenLastCalledWith([])
  })

  it('[VOTES-84] stand folded where they are many, with those that are waited for in view', () => {
    show([...seats, seat('state human services', 1), seat('state economic development', 1)])
    const folded = screen.getByText('Not in the room: state adult basic education, local businesses and 2 others').closest('details')
    expect(folded?.open).toBe(false)
    fireEvent.click(within(folded ?? document.body).getByLabelText(/^The result waits for state human services/))
    fireEvent.click(within(folded ?? document.body).getByLabelText(/^The result waits for local businesses/))
    expect(screen.getByText('The result waits for state human services and local businesses.').closest('details')).toBeNull()
  })

  it('[VOTES-84] are not offered where there are none', () => {
    show([])
    expect(document.body.textContent).toBe('')
  })

  it('[VOTES-84] are left out once somebody speaks for them', () => {
    const setup = { ...beginSetup('Which first?', undefined), awaits: ['local businesses', 'state adult basic education'] }
    expect(beginSetup('Which first?', undefined).awaits).toEqual([])
    expect(awaitedSeats(setup, seats)).toEqual(seats.map(({ words }) => words))
    expect(awaitedSeats(setup, [seat('local businesses', 1), seat('state human services', 1)])).toEqual(['local businesses'])
    expect(awaitedSeats(setup, [])).toEqual([])
  })
})
