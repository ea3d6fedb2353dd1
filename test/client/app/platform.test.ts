// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyText } from '../../../client/app/hand-over'
import { deviceStorage } from '../../../client/app/platform'

afterEach(() => vi.restoreAllMocks())

describe('on plain http', () => {
  it('text is copied by selecting it, and focus stays where it was', async () => {
    vi.stubGlobal('navigator', {})
    const button = document.body.appendChild(document.createElement('button'))
    button.focus()
    let selected = ''
    document.execCommand = () => {
      selected = document.querySelector('textarea')?.value ?? ''
      return true
    }
    expect(await copyText('482 913')).toBe(true)
    expect(selected).toBe('482 913')
    expect(document.querySelector('textarea')).toBeNull()
    expect(document.activeElement).toBe(button)
    vi.unstubAllGlobals()
  })
})

describe('a browser that keeps nothing', () => {
  it('remembers for as long as the page lives', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {
        throw new Error('denied')
      },
    })
    deviceStorage.write('convene.rail', 'slim')
    expect(deviceStorage.read('convene.rail')).toBe('slim')
    vi.unstubAllGlobals()
  })
})
