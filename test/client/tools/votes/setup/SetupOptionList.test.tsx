// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SetupOptionList } from '../../../../../client/tools/votes/setup/SetupOptionList'
import { beginSetup } from '../../../../../client/tools/votes/setup/setup'
import { useSetup } from '../../../../../client/tools/votes/setup/use-setup'
import { shownToasts } from '../../../../../client/ui/toast'
import type { OptionSource } from '../../../../../shared/tools/tool'

afterEach(cleanup)

let shown = 0

/** The options of a new vote, brought in from this source. */
function show(options: OptionSource['options']) {
  render(<Options storageKey={`options-${++shown}`} source={{ label: 'From notes', options }} />)
  fireEvent.click(screen.getByRole('button', { name: 'From notes' }))
}

function Options({ storageKey, source }: { readonly storageKey: string; readonly source: OptionSource }) {
  const held = useSetup(storageKey, () => beginSetup('Which first?', undefined))
  return (
    <>
      <SetupOptionList held={held} sources={[source]} />
      <output>{held.ticked.length} ticked</output>
    </>
  )
}

const note = (label: string, by: string, index = 0) => ({ label, by, ref: { collection: 'ideas', id: `idea_${index}` } })
const alike = [note('One shared intake form', 'Amara', 1), note('One shared intake forms', 'Ben', 2), note('A night bus', 'Caro', 3)]
const offers = () => screen.queryByRole('region', { name: 'Nearly the same' })

describe('options that say nearly the same', () => {
  it('[VOTES-50] are offered as one, which names both authors and can be undone', () => {
    show(alike)
    fireEvent.click(within(offers() ?? document.body).getByRole('button', { name: /^Merge/ }))
    expect(screen.getByText('“One shared intake form” by Amara and “One shared intake forms” by Ben')).toBeTruthy()
    expect(screen.getByText('2 ticked')).toBeTruthy()
    expect(offers()).toBeNull()
    act(() => shownToasts().at(-1)?.action?.run())
    expect(screen.getByText('3 ticked')).toBeTruthy()
    expect(offers()).not.toBeNull()
  })

  it('[VOTES-50] are offered no more once they are to stay apart', () => {
    show(alike)
    fireEvent.click(screen.getByRole('button', { name: /^Keep .* apart$/ }))
    expect(offers()).toBeNull()
    expect(screen.getByText('3 ticked')).toBeTruthy()
  })
})

describe('options of a vote being prepared', () => {
  it('[VOTES-51] hold a cluster without a name, which cannot be ticked and says why', () => {
    show([{ ...note('Cluster without a name', '', 1), problem: 'Give this cluster a name first.' }, note('A night bus', 'Caro', 2)])
    const tick = screen.getByRole('checkbox', { name: 'Vote on Cluster without a name' })
    fireEvent.click(tick)
    expect(screen.getByText('Give this cluster a name first.')).toBeTruthy()
    expect(tick.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByText('1 ticked')).toBeTruthy()
  })

  it('[VOTES-51] come with a warning when they are more than 40', () => {
    const many = Array.from({ length: 41 }, (_, index) => note(`${index} ${'abcdefgh'.repeat(1 + (index % 3))}`, '', index))
    show(many)
    expect(screen.getByText(/^41 options are many to read/)).toBeTruthy()
    fireEvent.click(screen.getAllByRole('checkbox')[0] ?? document.body)
    expect(screen.queryByText(/are many to read/)).toBeNull()
  })
})
