// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'

describe('the comfort choices', () => {
  beforeEach(() => {
    vi.resetModules()
    localStorage.clear()
  })

  it('are put on the page and kept on this device', async () => {
    const first = await import('../../../client/app/comfort/comfort')
    first.changeComfort({ theme: 'dark', text: '130', moreContrast: true })
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', text: '130', contrast: 'more', motion: 'usual' })
    vi.resetModules()
    const second = await import('../../../client/app/comfort/comfort')
    expect(second.comfort()).toMatchObject({ theme: 'dark', text: '130', moreContrast: true, letters: 'usual' })
  })

  it('start from the usual ones when what was kept cannot be read', async () => {
    localStorage.setItem('convene.comfort', '{"theme":"purple","text":')
    const { comfort } = await import('../../../client/app/comfort/comfort')
    expect(comfort()).toEqual({
      text: '100',
      letters: 'usual',
      listFirst: false,
      lessMotion: false,
      moreContrast: false,
      quiet: false,
      letterKeys: true,
      theme: 'device',
    })
  })

  it('switch single-letter keys off', async () => {
    const { changeComfort } = await import('../../../client/app/comfort/comfort')
    const { letterKeyAllowed } = await import('../../../client/ui/letter-key')
    expect(letterKeyAllowed(new KeyboardEvent('keydown', { key: 'n' }))).toBe(true)
    changeComfort({ letterKeys: false })
    expect(letterKeyAllowed(new KeyboardEvent('keydown', { key: 'n' }))).toBe(false)
  })
})
