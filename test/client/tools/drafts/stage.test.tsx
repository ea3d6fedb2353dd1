// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../client/app/workshop-context'
import { Stage } from '../../../../client/tools/drafts/DraftsStage'
import type { Role } from '../../../../shared/access/actor'
import type { Block } from '../../../../shared/doc/outline'
import { fillFragment } from '../../../../shared/doc/rich-nodes'
import { drafts } from '../../../../shared/tools/drafts/collections'
import { locks } from '../../../../shared/workshop/collections'
import { openedDoc, workshopSession } from '../../../support/workshop-session'
import { vision, writingStep } from './statements'

let rooms: Map<string, Y.Doc>
let record: Y.Doc
beforeEach(() => {
  rooms = new Map()
  record = new Y.Doc()
})
afterEach(cleanup)

function write(id: string, blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc()
  fillFragment(doc.getXmlFragment('body'), blocks)
  rooms.set(id, doc)
  return doc
}

function show(role: Role, { outdated = false, step = writingStep } = {}) {
  const session = workshopSession({
    actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role },
    record,
    outdated,
    openRoom: (_zone, id) => openedDoc(rooms.get(id) ?? write(id, [])),
  })
  return render(
    <WorkshopContext value={session}>
      <Stage step={step} />
    </WorkshopContext>,
  )
}

const paragraph = (text: string): Block => ({ type: 'paragraph', text: [{ text }] })

describe('the stage', { timeout: 30_000 }, () => {
  it('[DRAFTS-23] never mounts the editor for who may only read, and deletes nothing it does not know', async () => {
    drafts.put(record, vision())
    const doc = write('draft_vision01', [paragraph('Every adult.')])
    const newer = new Y.XmlElement('callout')
    newer.insert(0, [new Y.XmlText('From a newer version.')])
    doc.getXmlFragment('body').insert(1, [newer])
    const before = Y.encodeStateAsUpdate(doc)
    show('observer')
    expect(await screen.findByText('From a newer version.')).toBeDefined()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('You are here to read along.')).toBeDefined()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[DRAFTS-23] never mounts the editor on a page that is older than the server', async () => {
    drafts.put(record, vision())
    const doc = write('draft_vision01', [paragraph('Every adult.')])
    const newer = new Y.XmlElement('callout')
    newer.insert(0, [new Y.XmlText('From a newer version.')])
    doc.getXmlFragment('body').insert(1, [newer])
    const before = Y.encodeStateAsUpdate(doc)
    show('host', { outdated: true })
    expect(await screen.findByText('This page is older than the server. Reload it to edit.')).toBeDefined()
    expect(await screen.findByText('From a newer version.')).toBeDefined()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[DRAFTS-23] takes the editor away when the draft or the whole step is locked', async () => {
    drafts.put(record, vision())
    write('draft_vision01', [paragraph('Every adult.')])
    show('contributor')
    expect(await screen.findByRole('textbox', { name: 'Vision, working draft' }, { timeout: 20_000 })).toBeDefined()
    locks.put(record, { id: 'drafts', byName: 'Rosa', atMs: 1 })
    expect(await screen.findByText('Rosa has locked wordings for this step.')).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
    expect(screen.getByText('Every adult.')).toBeDefined()
  })

  it('[DRAFTS-203] is headed by the question of the statement that is shown, once', async () => {
    drafts.put(record, vision())
    write('draft_vision01', [])
    show('contributor', { step: { ...writingStep, prompt: 'Where are we in 2030?' } })
    const heading = () => screen.getAllByRole('heading', { level: 2 })[0]?.textContent
    await waitFor(() => expect(heading()).toBe('Where are we in 2030?'))
    fireEvent.click(screen.getByRole('tab', { name: 'Mission' }))
    expect(heading()).toBe('What do we do together, for whom, and why?')
    expect(screen.getAllByText('What do we do together, for whom, and why?')).toHaveLength(1)
    expect(screen.queryByText('Where are we in 2030?')).toBeNull()
  })

  it('[DRAFTS-9] shows an adopted wording frozen, with its proof', async () => {
    const textHash = 'a'.repeat(64)
    const blocksJson = JSON.stringify([paragraph('Ours for good.')])
    drafts.put(record, vision({ state: 'adopted', adopted: { text: 'Ours for good.', blocksJson, textHash, atMs: 1, byName: 'Rosa' } }))
    show('host')
    expect(await screen.findByText('Ours for good.')).toBeDefined()
    expect(screen.getByText('Adopted by Rosa')).toBeDefined()
    expect(screen.getByText(textHash)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Revise…' })).toBeDefined()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('[DRAFTS-90] shows every version that was in force with why it changed, and reads back the first', async () => {
    const adoption = (text: string, atMs: number) => ({
      text,
      blocksJson: JSON.stringify([paragraph(text)]),
      textHash: (atMs === 1 ? 'a' : 'b').repeat(64),
      atMs,
      byName: 'Rosa',
      reviewOn: '1970-01-01',
    })
    drafts.put(record, vision({ state: 'retired', adopted: adoption('One door.', 1) }))
    const second = { id: 'draft_vision02', revises: 'draft_vision01', version: 2, why: 'The door is dark.' }
    drafts.put(record, vision({ ...second, state: 'adopted', adopted: adoption('One bright door.', 2) }))
    show('host')
    expect(await screen.findByText('version 2, in force')).toBeDefined()
    const versions = screen.getByRole('region', { name: 'Versions' })
    expect(versions.textContent).toContain('Why: The door is dark.')
    expect(versions.textContent).toContain('1 word added: added “bright”.')
    expect(screen.getByText('Read version 1').closest('details')?.textContent).toContain('a'.repeat(64))
    expect(screen.queryByText(/Set aside/)).toBeNull()
  })

  it('[DRAFTS-95] says that a review is due, and offers facilitators both ways on', async () => {
    const blocksJson = JSON.stringify([paragraph('Ours.')])
    const adopted = { text: 'Ours.', blocksJson, textHash: 'a'.repeat(64), atMs: 1, byName: 'Rosa', reviewOn: '1970-01-01' }
    drafts.put(record, vision({ state: 'adopted', adopted }))
    show('host')
    expect(await screen.findByText('Due for review')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Revise…' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Begin version 2' }))
    expect(screen.getByText('Say in a sentence what should change and why.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }))
    fireEvent.click(screen.getByRole('button', { name: 'Reviewed, stays as it is' }))
    expect(await screen.findByLabelText('Review it next on (optional)')).toBeDefined()
    cleanup()
    show('contributor')
    expect(await screen.findByText('Due for review')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Revise…' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Reviewed, stays as it is' })).toBeNull()
  })

  it('[DRAFTS-1] offers to begin only to facilitators', () => {
    show('contributor')
    expect(screen.queryByRole('button', { name: 'Begin the vision' })).toBeNull()
    cleanup()
    show('facilitator')
    expect(screen.getByRole('button', { name: 'Begin the vision' })).toBeDefined()
  })

  it('moves between the statements by arrow keys', () => {
    show('contributor')
    fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowRight' })
    expect(screen.getByRole('tab', { name: 'Mission' }).getAttribute('aria-selected')).toBe('true')
    expect(document.activeElement?.textContent).toBe('Mission')
    fireEvent.keyDown(screen.getByRole('tablist'), { key: 'End' })
    expect(screen.getByText('No working agreement yet.')).toBeDefined()
  })

  it('[DOCUMENT-29] says what a working agreement is while none is begun', () => {
    show('facilitator')
    expect(screen.queryByRole('heading', { name: 'What a working agreement is' })).toBeNull()
    fireEvent.keyDown(screen.getByRole('tablist'), { key: 'End' })
    expect(screen.getByRole('heading', { name: 'What a working agreement is' })).toBeDefined()
    expect(screen.queryByText(/\d+ words/)).toBeNull()
  })

  it('[DRAFTS-165] keeps the focus on the chosen one of several goals while the stage below it is made anew', async () => {
    drafts.put(record, vision({ id: 'draft_goal0001', kind: 'goal', title: 'One door', order: 'a2' }))
    drafts.put(record, vision({ id: 'draft_goal0002', kind: 'goal', title: 'Later hours', order: 'a3' }))
    show('contributor')
    fireEvent.click(screen.getByRole('tab', { name: /^Goals/ }))
    const button = (name: RegExp) => screen.getByRole('button', { name })
    button(/^Later hours/).focus()
    fireEvent.click(button(/^Later hours/))
    expect(button(/^Later hours/).getAttribute('aria-current')).toBe('true')
    expect(document.activeElement).toBe(button(/^Later hours/))
  })

  it('keeps the focus on the chosen tab while the stage below it is made anew', async () => {
    drafts.put(record, vision())
    write('draft_vision01', [paragraph('Every adult.')])
    show('observer')
    expect(await screen.findByText('Every adult.')).toBeDefined()
    for (const chosen of ['Mission', 'Vision'] as const) {
      fireEvent.keyDown(screen.getByRole('tablist', { name: 'Statement' }), { key: chosen === 'Mission' ? 'ArrowRight' : 'ArrowLeft' })
      expect(document.activeElement).toBe(screen.getByRole('tab', { name: chosen, selected: true }))
    }
  })
})
