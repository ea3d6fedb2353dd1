// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Byline } from '../../../../client/tools/ideas/Byline'

afterEach(cleanup)

describe('who wrote a note', () => {
  it('keeps a right-to-left name and a left-to-right initial apart, so that the dot stays behind its letter', () => {
    const { container } = render(<Byline byline={undefined} author="مريم Board" />)
    expect(container.innerHTML).toBe('<bdi>مريم <bdi>B.</bdi></bdi>')
  })

  it('leaves words that came with the note as they are', () => {
    const { container } = render(<Byline byline="Table three" author="Rosa Delgado" />)
    expect(container.innerHTML).toBe('<bdi>Table three</bdi>')
  })
})
