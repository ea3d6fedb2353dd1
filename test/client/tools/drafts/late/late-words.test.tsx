// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { Rescue } from '../../../../../client/tools/drafts/late/LateWords'
import type { Role } from '../../../../../shared/access/actor'
import type { Block } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { agenda } from '../../../../../shared/workshop/collections'
import { openedDoc, workshopSession } from '../../../../support/workshop-session'
import { vision, writingStep } from '../statements'

const locked = [paragraph('Every adult finds work.')]
const late: readonly Block[] = [
  { type: 'heading', level: 2, text: [{ text: 'Ours' }] },
  { type: 'paragraph', text: [{ text: 'Every adult finds ' }, { text: 'good', marks: ['bold'] }, { text: ' work.' }] },
]
let record: Y.Doc
const fetched = vi.fn<(url: string, init: { body: string }) => Promise<Response>>()

beforeEach(() => {
  record = new Y.Doc()
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function paragraph(text: string): Block {
  return { type: 'paragraph', text: [{ text }] }
}

function docOf(blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc()
  fillFragment(doc.getXmlFragment('body'), blocks)
  return doc
}

function put(over: Record<string, unknown> = {}): void {
  drafts.put(record, vision({ state: 'locked', lockedByName: 'Rosa', ...over }))
}

function show(role: Role = 'contributor', mine: readonly Block[] = late) {
  agenda.put(record, writingStep)
  const doc = docOf(locked)
  const session = workshopSession({
    actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role },
    record,
    openRoom: () => openedDoc(doc),
  })
  const onSettled = vi.fn()
  const replica = Y.encodeStateAsUpdate(docOf(mine))
  render(
    <WorkshopContext value={session}>
      <Rescue roomId="draft_vision01" replica={replica} rescueKey="refusal_abc" onSettled={onSettled} />
    </WorkshopContext>,
  )
  return onSettled
}

const button = () => screen.findByRole('button', { name: 'Make it another wording' })

describe('late words in the panel', () => {
  it('[DRAFTS-122] are shown word by word beside the wording before they become another one, with their formatting', async () => {
    put()
    const onSettled = show()
    expect(await button()).toBeDefined()
    expect([...document.querySelectorAll('.compared ins')].map(({ textContent }) => textContent).join(' ')).toContain('good')
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockResolvedValue(new Response(JSON.stringify({ draftId: 'draft_made0001' }), { status: 201 }))
    fireEvent.click(await button())
    await waitFor(() =>
      expect(onSettled).toHaveBeenCalledWith({ where: 'another wording of “Vision”', href: '/w/ws_aaaaaaaa/step_aaaaaaaa' }),
    )
    expect(JSON.parse(fetched.mock.calls[0]?.[1].body ?? '')).toEqual({
      target: { rivalOf: 'draft_vision01', title: 'Late words of Ben Whitehorse', key: 'refusal_abc' },
      file: { format: 'markdown', text: '## Ours\n\nEvery adult finds **good** work.' },
    })
  })

  it('[DRAFTS-124] stay where they are when the server refuses or cannot be reached, and say why', async () => {
    put()
    const onSettled = show()
    fetched.mockRejectedValueOnce(new TypeError('failed'))
    fireEvent.click(await button())
    await screen.findByText(/You’re offline.*Your text is still here\./)
    const body = { type: 'about:blank', title: 'x', status: 409, code: 'draft/wordings-locked', detail: 'Rosa has locked wordings.' }
    fetched.mockResolvedValueOnce(new Response(JSON.stringify(body), { status: 409 }))
    fireEvent.click(await button())
    await screen.findByText('Rosa has locked wordings. Your text is still here.')
    expect(onSettled).not.toHaveBeenCalled()
  })

  it('[DRAFTS-123] say what to do where the wording is adopted or set aside', async () => {
    const adopted = { text: 'A', blocksJson: JSON.stringify(locked), textHash: 'a'.repeat(64), atMs: 1, byName: 'Rosa' }
    put({ state: 'adopted', adopted })
    show()
    await screen.findByText(/Ask your facilitator to begin a new version/)
    expect(screen.queryByRole('button')).toBeNull()
    cleanup()
    record = new Y.Doc()
    put({ state: 'retired' })
    show()
    await screen.findByText(/was set aside. Ask your facilitator to bring it back/)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it.each([
    [{}, '“Vision” was locked by Rosa before your words arrived.'],
    [{ state: 'retired', lockedByName: undefined }, '“Vision” was set aside before your words arrived.'],
    [{ state: 'open', lockedByName: undefined }, '“Vision” was locked when your words arrived. It is open again.'],
    [
      { state: 'adopted', adopted: { text: 'A', blocksJson: JSON.stringify(locked), textHash: 'a'.repeat(64), atMs: 1, byName: 'Rosa' } },
      '“Vision” was adopted by Rosa before your words arrived.',
    ],
  ])('[DRAFTS-164] say what had become of the wording (%#)', async (over, said) => {
    put(over)
    show()
    await screen.findByText(said)
  })

  it('offer nothing to who may not write, or when the wording says the same', async () => {
    put()
    show('voter')
    await screen.findByText(/compared with “Vision”/)
    expect(screen.queryByRole('button')).toBeNull()
    cleanup()
    show('contributor', locked)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByText(/compared with/)).toBeNull()
  })
})
