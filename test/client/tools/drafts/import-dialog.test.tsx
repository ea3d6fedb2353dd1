// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../client/app/workshop-context'
import { ImportDialog } from '../../../../client/tools/drafts/ImportDialog'
import { dismiss, shownToasts } from '../../../../client/ui/toast'
import { openedDoc, workshopSession } from '../../../support/workshop-session'

let answer: (response: Response) => void
let asked = 0
beforeEach(() => {
  asked = 0
  vi.stubGlobal('fetch', () => {
    asked += 1
    return new Promise<Response>((resolve) => {
      answer = resolve
    })
  })
})
afterEach(() => {
  cleanup()
  for (const { id } of shownToasts()) dismiss(id)
  vi.unstubAllGlobals()
})

function show(onClose: () => void): void {
  render(
    <WorkshopContext value={workshopSession({ openRoom: () => openedDoc(new Y.Doc()) })}>
      <ImportDialog target={{ rivalOf: 'draft_aaaaaaaa' }} onClose={onClose} />
    </WorkshopContext>,
  )
}

function choose(file: File): void {
  fireEvent.change(screen.getByLabelText(/Markdown or Word file/), { target: { files: [file] } })
}

const made = () =>
  new Response(JSON.stringify({ draftId: 'draft_bbbbbbbb' }), { status: 201, headers: { 'content-type': 'application/json' } })

describe('bringing in a file', () => {
  it('[DRAFTS-115] says what it is at, and that the file is in', async () => {
    const closed = vi.fn()
    show(closed)
    choose(new File(['# Vision'], 'vision.md'))
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    expect(await screen.findByText('Making a wording of it…')).toBeDefined()
    answer(made())
    await waitFor(() => expect(closed).toHaveBeenCalledOnce())
    expect(shownToasts()[0]?.message).toBe('vision.md is in.')
  })

  it('[DRAFTS-115] sends nothing when cancelled before, and says so when it was in already', async () => {
    const closed = vi.fn()
    show(closed)
    choose(new File(['# Vision'], 'vision.md'))
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    await waitFor(() => expect(asked).toBe(1))
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    answer(made())
    await waitFor(() => expect(shownToasts()[0]?.message).toBe('vision.md was in already when you cancelled.'))
    expect(closed).toHaveBeenCalledOnce()
    cleanup()
    show(closed)
    const slow = new File(['# Vision'], 'slow.md')
    let read: (text: string) => void = () => undefined
    slow.text = () =>
      new Promise((resolve) => {
        read = resolve
      })
    choose(slow)
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    expect(screen.getByText('Reading slow.md…')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    read('# Vision')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked).toBe(1)
  })

  it('[DRAFTS-115] refuses another kind of file, or one that is too large, before anything is sent', () => {
    show(() => undefined)
    choose(new File(['x'], 'vision.pdf'))
    expect(screen.getByText('Choose a file that ends with .md, .txt or .docx.')).toBeDefined()
    const large = new File(['x'], 'vision.docx')
    Object.defineProperty(large, 'size', { value: 11 * 1024 * 1024 })
    choose(large)
    expect(screen.getByText('This file is larger than 10 MB. Take the pictures out first.')).toBeDefined()
    expect(asked).toBe(0)
  })
})
