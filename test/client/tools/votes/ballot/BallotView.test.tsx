// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { showBallot } from '../showing'

const show = (allocation: Record<string, number>, more: Parameters<typeof showBallot>[2] = {}) => showBallot({}, allocation, more)

afterEach(cleanup)

describe('the ballot', () => {
  it('[VOTES-31] says what is left and that results are sealed', async () => {
    show({ opt_a: 2 })
    expect(screen.getByText('1 dot left.')).toBeTruthy()
    expect(await screen.findByText('Results are sealed.')).toBeTruthy()
    expect(screen.getByRole('group', { name: 'Shared intake: 2 dots' })).toBeTruthy()
  })

  it('[VOTES-31] places and takes back by button and by the keys + and −', () => {
    const { onChange } = show({ opt_a: 1 })
    fireEvent.click(screen.getByRole('button', { name: 'Place a dot on Employer council' }))
    fireEvent.click(screen.getByRole('button', { name: 'Take a dot back from Shared intake' }))
    const option = within(screen.getByRole('group', { name: /^Shared intake/ }))
    fireEvent.keyDown(option.getByRole('button', { name: /Place/ }), { key: '+' })
    fireEvent.keyDown(option.getByRole('button', { name: /Place/ }), { key: '-' })
    expect(onChange.mock.calls.map(([allocation]) => allocation)).toEqual([
      { opt_a: 1, opt_b: 1 },
      { opt_b: 1 },
      { opt_a: 1, opt_b: 1 },
      { opt_b: 1 },
    ])
  })

  it('[VOTES-31] says why nothing more can be placed, and places nothing', () => {
    const { onChange } = show({ opt_a: 2, opt_b: 1 })
    fireEvent.click(screen.getByRole('button', { name: 'Place a dot on Shared intake' }))
    expect(screen.getByText('2 is the most on one option.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Place a dot on Transport pilot' }))
    expect(screen.getByText('No dots left. Take one back to place it here.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Take a dot back from Transport pilot' }))
    expect(onChange).not.toHaveBeenCalled()
  })

  it('[VOTES-31] says that votes cannot be cast offline', () => {
    show({ opt_a: 1 }, { sending: 'waiting' })
    expect(screen.getByRole('status').textContent).toContain('Votes cannot be cast offline.')
  })

  it('[VOTES-32] shows what the server had to say', () => {
    show({ opt_a: 1 }, { notice: 'Your ballot was changed on another device. Here is how it stands now.' })
    expect(screen.getByRole('alert').textContent).toContain('another device')
  })

  it('[VOTES-12] names nobody to somebody who does not facilitate', () => {
    show({})
    expect(screen.queryByText(/Waiting for/)).toBeNull()
  })
})
