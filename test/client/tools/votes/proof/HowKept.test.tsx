// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { HowKept } from '../../../../../client/tools/votes/proof/HowKept'

afterEach(cleanup)

/** What cannot be promised in any vote. */
const always = [/plain http/, /open link lets in whoever has it/, /asking you for your receipt/]
/** What somebody must know before they trust a secret one. */
const ofSecret = [/link between you and your choice is erased/, /whoever runs this server could find out/, /copy of the database/]

describe('what is said of how a vote is kept', () => {
  it('names what a secret vote promises, who could see in while it is open, and what nobody can prevent', () => {
    render(<HowKept secret />)
    for (const words of [...always, ...ofSecret]) expect(screen.getByText(words)).toBeTruthy()
  })

  it('does not promise an open vote what it does not keep', () => {
    render(<HowKept secret={false} />)
    for (const words of [...always, /your name stands beside your choice/]) expect(screen.getByText(words)).toBeTruthy()
    for (const words of ofSecret) expect(screen.queryByText(words)).toBeNull()
  })
})
