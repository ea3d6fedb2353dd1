// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Preview } from '../../../../client/tools/document/Preview'
import { plain } from '../../../../shared/doc/outline'
import { sampleModel, samples } from '../../../support/document/model'

afterEach(cleanup)

describe('the preview', () => {
  it('[DOCUMENT-1] shows the very model that the downloads are made from', () => {
    render(<Preview model={sampleModel()} hasChosen />)
    const page = within(screen.getByRole('article', { name: 'Preview' }))
    expect(page.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Our shared vision',
      'What people will see',
      'Goals',
      'Roles',
    ])
    expect(page.getByText('22 November 2026')).toBeTruthy()
    expect(page.getByText('one front door').closest('strong')).toBeTruthy()
    for (const text of Object.values(samples).slice(0, 5)) expect(page.getByText(text)).toBeTruthy()
    expect(page.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Responsibility', 'Native Center', 'One Stop'])
    expect(page.getByText('initiative page').closest('a')?.getAttribute('rel')).toBe('noopener noreferrer nofollow')
    expect(page.getByText('Done:', { exact: false })).toBeTruthy()
  })

  it('[DOCUMENT-6] shows markup as words', () => {
    const attack = '<img src=x onerror=alert(1)><script>alert(1)</script>'
    const { container } = render(
      <Preview
        model={sampleModel({
          title: attack,
          sections: [
            {
              part: 'vision',
              title: attack,
              blocks: [
                { type: 'code', text: attack },
                { type: 'paragraph', text: plain(attack) },
              ],
            },
          ],
        })}
        hasChosen
      />,
    )
    expect(container.querySelector('img, script')).toBeNull()
    expect(screen.getAllByText(attack)).toHaveLength(4)
  })

  it('[DOCUMENT-2] says what to do when nothing is chosen or nothing is there yet', () => {
    const { rerender } = render(<Preview model={sampleModel({ sections: [] })} hasChosen={false} />)
    expect(screen.getByText('Tick at least one part.')).toBeTruthy()
    rerender(<Preview model={sampleModel({ sections: [] })} hasChosen />)
    expect(screen.getByText(/Draft a vision/)).toBeTruthy()
  })
})
