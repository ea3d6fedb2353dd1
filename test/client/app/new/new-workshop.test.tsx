// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NewWorkshopPage } from '../../../../client/app/new/NewWorkshopPage'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe('a workshop that is not opened yet', () => {
  it('[DRAFTS-199] keeps its title and question over a reload, until they are taken out', () => {
    render(<NewWorkshopPage />)
    fireEvent.change(field('Title'), { target: { value: 'Sonora Valley' } })
    fireEvent.change(field(/^Focus question/), { target: { value: 'Who opens the door?' } })
    cleanup()
    render(<NewWorkshopPage />)
    expect(field('Title').value).toBe('Sonora Valley')
    expect(field(/^Focus question/).value).toBe('Who opens the door?')
    fireEvent.change(field('Title'), { target: { value: '' } })
    fireEvent.change(field(/^Focus question/), { target: { value: '' } })
    expect(localStorage.getItem('convene.new-workshop')).toBeNull()
  })
})
