// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../client/app/workshop-context'
import { Stage } from '../../../../client/tools/ideas/IdeasStage'
import type { Actor } from '../../../../shared/access/actor'
import { makeCluster } from '../../../../shared/tools/ideas/cluster-commands'
import { ideaModes, ideas } from '../../../../shared/tools/ideas/collections'
import { addIdeas } from '../../../../shared/tools/ideas/commands'
import { locks, participants } from '../../../../shared/workshop/collections'
import type { AgendaStep } from '../../../../shared/workshop/schema'
import { actorOf, amara, ben, promptId, rosa, shown } from '../../../shared/tools/ideas/board'

const step: AgendaStep = { id: 'step_one', title: 'Ideas', minutes: 10, tool: 'ideas', prompt: 'What must be true by 2030?', order: 'a0' }
let board: Y.Doc
let record: Y.Doc
let mine: Y.Doc

beforeEach(() => {
  localStorage.clear()
  // What happy-dom lacks.
  window.matchMedia = (query: string) => Object.assign(new EventTarget(), { matches: false, media: query }) as unknown as MediaQueryList
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  board = new Y.Doc()
  record = new Y.Doc()
  mine = new Y.Doc()
  for (const [index, id] of [amara.id, ben.id].entries()) {
    participants.put(record, {
      id,
      name: index === 0 ? 'Amara Okafor' : 'Ben Whitehorse',
      role: 'contributor',
      colour: index + 1,
      joinedAtMs: 1,
    })
  }
  const [a] = addIdeas(board, amara, {
    promptId,
    nowMs: 1,
    notes: ['Shared intake form', 'Night advising', 'Who owns it?'].map((text) => ({ text, kind: 'idea' })),
  })
  makeCluster(board, ben, { promptId, name: 'One door', ideaIds: a ? [a] : [] })
})
afterEach(cleanup)

function show(actor: Actor = amara) {
  const session: WorkshopSession = {
    actor,
    name: 'Amara Okafor',
    record,
    board,
    awareness: new Awareness(board),
    title: 'A vision',
    serverNow: () => 1_000,
    openRoom: () => ({ doc: mine, awareness: new Awareness(mine), ready: Promise.resolve(), close() {} }),
  }
  render(
    <WorkshopContext value={session}>
      <Stage step={step} />
    </WorkshopContext>,
  )
}
const note = (name: RegExp) => screen.getByRole('listitem', { name })

describe('the stage of ideas', { timeout: 30_000 }, () => {
  it('names a note whole: kind, words, author, place', () => {
    show()
    expect(note(/^Idea\. Shared intake form\. Amara Okafor\. Note 1 of 1 in One door\.$/)).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'What must be true by 2030?' })).toBeTruthy()
    expect(screen.getByText('3 notes · 1 cluster')).toBeTruthy()
  })

  it('shows the same notes in list and board', () => {
    show()
    const onBoard = screen.getAllByRole('listitem').length
    fireEvent.keyDown(window, { key: 'l' })
    expect(within(screen.getByRole('list', { name: 'Notes' })).getAllByRole('listitem')).toHaveLength(onBoard)
  })

  it('is entered by Tab once a list, and walked by arrows', () => {
    show()
    const list = screen.getByRole('list', { name: /^Not yet sorted/ })
    const [first, second] = within(list).getAllByRole('listitem')
    expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1])
    act(() => first?.focus())
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(second)
    expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0])
  })

  it('moves a note to the next cluster by keys, and takes it back by undo', async () => {
    show()
    fireEvent.keyDown(note(/Night advising/), { key: 'ArrowRight', altKey: true, shiftKey: true })
    expect(shown(board)).toEqual({ '': ['Who owns it?'], 'One door': ['Shared intake form', 'Night advising'] })
    await waitFor(() => expect(document.activeElement).toBe(note(/Night advising/)))
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
    expect(shown(board)['One door']).toEqual(['Shared intake form'])
  })

  it('makes a cluster of the selected notes and asks for its name', () => {
    show()
    fireEvent.keyDown(note(/Night advising/), { key: ' ' })
    fireEvent.keyDown(note(/Who owns it/), { key: ' ' })
    fireEvent.click(screen.getByRole('button', { name: 'Make a cluster from 2 notes' }))
    const name = screen.getByRole('textbox', { name: 'Name of the cluster' })
    fireEvent.change(name, { target: { value: 'Time' } })
    fireEvent.keyDown(name, { key: 'Enter' })
    expect(shown(board)).toEqual({ '': [], 'One door': ['Shared intake form'], Time: ['Night advising', 'Who owns it?'] })
  })

  it('says that a cluster’s name is too long, and cuts none', () => {
    show()
    fireEvent.keyDown(note(/Night advising/), { key: ' ' })
    fireEvent.click(screen.getByRole('button', { name: 'Make a cluster from 1 note' }))
    const name = screen.getByRole('textbox', { name: 'Name of the cluster' })
    fireEvent.change(name, { target: { value: 'a'.repeat(95) } })
    fireEvent.keyDown(name, { key: 'Enter' })
    expect(screen.getByText('At most 80 characters, and this has 95.')).toBeTruthy()
    fireEvent.change(name, { target: { value: 'a'.repeat(80) } })
    fireEvent.keyDown(name, { key: 'Enter' })
    expect(Object.keys(shown(board))).toContain('a'.repeat(80))
  })

  it('[IDEAS-3] opens no note of somebody else for editing', () => {
    show(ben)
    fireEvent.keyDown(note(/Night advising/), { key: 'Enter' })
    expect(screen.queryByRole('textbox', { name: 'Text of the note' })).toBeNull()
    cleanup()
    show(amara)
    fireEvent.keyDown(note(/Night advising/), { key: 'Enter' })
    expect(screen.getByRole('textbox', { name: 'Text of the note' })).toBeTruthy()
  })

  it('[IDEAS-16] writes into the private document in private writing', () => {
    ideaModes.put(record, { id: promptId, writing: 'private', anonymous: false, privateCount: 0 })
    show()
    fireEvent.keyDown(window, { key: 'n' })
    const field = screen.getByRole('textbox', { name: 'Text of the note' })
    fireEvent.change(field, { target: { value: 'Only mine' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(ideas.all(mine)).toMatchObject([{ text: 'Only mine', authorId: amara.id }])
    expect(ideas.all(board)).toHaveLength(3)
    expect(note(/Only mine\. Only you can see it/)).toBeTruthy()
  })

  it('opens the composer again with the words that a reload interrupted, unless the notes are locked', () => {
    show()
    fireEvent.keyDown(window, { key: 'n' })
    fireEvent.change(screen.getByRole('textbox', { name: 'Text of the note' }), { target: { value: 'Half a thou' } })
    cleanup()
    show()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the note' }).value).toBe('Half a thou')
    act(() => locks.put(record, { id: 'ideas', byName: 'Rosa', atMs: 1 }))
    expect(screen.queryByRole('textbox', { name: 'Text of the note' })).toBeNull()
  })

  it('tells facilitators how many notes are still private, and opens the way to reveal them', () => {
    ideaModes.put(record, { id: promptId, writing: 'private', anonymous: false, privateCount: 2 })
    show(rosa)
    expect(screen.getByText(/2 notes are still private\./)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Reveal them' }))
    expect(screen.getByRole('button', { name: 'Reveal 2 notes' })).toBeTruthy()
    cleanup()
    show(ben)
    expect(screen.queryByText(/still private/)).toBeNull()
  })

  it('[IDEAS-16] counts my private notes among those shown on a phone', () => {
    window.matchMedia = (query: string) => Object.assign(new EventTarget(), { matches: true, media: query }) as unknown as MediaQueryList
    ideaModes.put(record, { id: promptId, writing: 'private', anonymous: false, privateCount: 1 })
    show()
    fireEvent.change(screen.getByRole('textbox', { name: 'Write a note' }), { target: { value: 'Only mine' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add the note' }))
    expect(screen.getByRole('tab', { name: 'Not yet sorted 3' })).toBeTruthy()
  })

  it('offers no writing while the notes are locked, nor to observers', () => {
    locks.put(record, { id: 'ideas', byName: 'Rosa', atMs: 1 })
    show()
    expect(screen.queryByRole('button', { name: /Add a note/ })).toBeNull()
    fireEvent.keyDown(window, { key: 'n' })
    expect(screen.queryByRole('form', { name: 'New note' })).toBeNull()
    cleanup()
    locks.remove(record, 'ideas')
    show(actorOf('olaf', 'observer'))
    expect(screen.getByText('Reading only')).toBeTruthy()
  })
})
