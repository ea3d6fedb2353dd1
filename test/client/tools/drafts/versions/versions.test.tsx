// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { wordingFrom } from '../../../../../client/tools/drafts/live-wording'
import { VersionsDialog } from '../../../../../client/tools/drafts/versions/VersionsDialog'
import { shownToasts } from '../../../../../client/ui/toast'
import type { Role } from '../../../../../shared/access/actor'
import { textHash } from '../../../../../shared/doc/canonical-text'
import type { Version } from '../../../../../shared/tools/drafts/schema'
import { participants } from '../../../../../shared/workshop/collections'
import { workshopSession } from '../../../../support/workshop-session'
import { vision } from '../statements'

const texts = ['One door for every learner.', 'One clear door.', 'One door.']
const versions: Version[] = [
  { kind: 'automatic', writers: ['p_bbbbbbbb', 'p_aaaaaaaa'], wordsNew: 3, wordsGone: 1 },
  { kind: 'restored', by: 'p_bbbbbbbb', writers: ['p_bbbbbbbb'], wordsNew: 1, wordsGone: 0 },
  { kind: 'named', name: 'Before lunch', by: 'p_gone0000', writers: [], wordsNew: 2, wordsGone: 0 },
].map((version, at) => ({
  versionId: `version_number${at}`,
  atMs: Date.UTC(2027, 0, 5, 12) - at * 60_000,
  textHash: textHash(texts[at] ?? ''),
  ...version,
})) as Version[]

let asked: string[]
let kept: readonly Version[]
beforeEach(() => {
  asked = []
  kept = versions
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const method = init?.method ?? 'GET'
    const path = url.replace('/api/workshops/ws_aaaaaaaa/drafts/draft_vision01/versions', '')
    asked.push(`${method} ${path}`)
    const at = versions.findIndex(({ versionId }) => path.includes(versionId))
    if (method === 'POST' && path === '')
      return Response.json({ ...versions[2], name: JSON.parse(String(init?.body)).name }, { status: 201 })
    if (method === 'POST') return Response.json({ restored: versions[1], before: versions[0] })
    if (at < 0) return Response.json({ versions: kept, hasMore: false })
    const blocksJson = JSON.stringify([{ type: 'paragraph', text: [{ text: texts[at] }] }])
    return Response.json({ ...versions[at], text: texts[at], blocksJson })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(role: Role = 'contributor', closed: () => void = () => undefined) {
  const record = new Y.Doc()
  const person = { role: 'contributor' as const, colour: 1, joinedAtMs: 1 }
  participants.put(record, { ...person, id: 'p_bbbbbbbb', name: 'Ben Whitehorse' })
  const session = workshopSession({ actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role }, name: 'Amara Okafor', record })
  const present = wordingFrom([{ type: 'paragraph', text: [{ text: texts[0] ?? '' }] }])
  return render(
    <WorkshopContext value={session}>
      <VersionsDialog draft={vision()} wording={present} onClose={closed} />
    </WorkshopContext>,
  )
}

const rows = async () => within(await screen.findByRole('list')).getAllByRole('listitem')

describe('the versions of a wording', () => {
  it('[DRAFTS-70] are a timeline that names who, and how many words came and went', async () => {
    show()
    const [now, automatic, restored, named] = (await rows()).map(({ textContent }) => textContent)
    expect(now).toContain('The present text')
    expect(automatic).toContain('Written by Ben Whitehorse and you')
    expect(automatic).toContain('3 words added, 1 word taken out')
    expect(automatic).toContain('The draft says this now.')
    expect(restored).toContain('Brought back by Ben Whitehorse')
    expect(named).toContain('“Before lunch”')
    expect(named).toContain('Named by somebody who is no longer here')
  })

  it('[DRAFTS-70] compare any two texts by words, the older one first whichever way they are picked', async () => {
    show()
    const compared = await screen.findByRole('region', { name: 'Compared word by word' })
    await waitFor(() => expect(compared.querySelector('.compared ins')?.textContent).toContain('for every learner'))
    fireEvent.click(screen.getByRole('radio', { name: /^Compare from “Before lunch”/ }))
    fireEvent.click(screen.getByRole('radio', { name: /^Compare to Brought back/ }))
    await waitFor(() => expect(compared.querySelector('.compared ins')?.textContent).toContain('clear'))
    expect(compared.querySelector('.compared-legend del')?.textContent).toBe('only in “Before lunch”')
    fireEvent.click(screen.getByRole('radio', { name: /^Compare from Brought back/ }))
    fireEvent.click(screen.getByRole('radio', { name: /^Compare to “Before lunch”/ }))
    await waitFor(() => expect(compared.querySelector('.compared ins')?.textContent).toContain('clear'))
    expect(compared.querySelector('.compared del')).toBeNull()
  })

  it('[DRAFTS-63] take the name that somebody gives the present text', async () => {
    show()
    fireEvent.change(await screen.findByLabelText('Name the present text'), { target: { value: 'After lunch' } })
    fireEvent.click(screen.getByRole('button', { name: 'Keep it' }))
    await waitFor(() => expect(asked.filter((each) => each === 'POST ')).toHaveLength(1))
    await waitFor(() => expect(asked.filter((each) => each === 'GET ')).toHaveLength(2))
  })

  it('[DRAFTS-67] are brought back after a question, and the way back is offered', async () => {
    const closed = vi.fn()
    show('contributor', closed)
    fireEvent.click(await screen.findByRole('button', { name: /^Bring back “Before lunch”/ }))
    expect(asked.some((each) => each.startsWith('POST'))).toBe(false)
    expect(await screen.findByText('The words that come back count as yours in “Who wrote which words”.')).toBeDefined()
    fireEvent.click(await screen.findByRole('button', { name: 'Bring it back' }))
    await waitFor(() => expect(closed).toHaveBeenCalled())
    expect(asked).toContain('POST /version_number2/restore')
    const offer = shownToasts().find(({ action }) => action?.label === 'Undo')
    offer?.action?.run()
    await waitFor(() => expect(asked).toContain('POST /version_number0/restore'))
  })

  it('[DRAFTS-66] are only read by those who only read', async () => {
    show('observer')
    expect(await rows()).toHaveLength(4)
    expect(screen.queryByRole('button', { name: /^Bring back/ })).toBeNull()
    expect(screen.queryByLabelText('Name the present text')).toBeNull()
  })

  it('say when there are none yet', async () => {
    kept = []
    show()
    expect(await screen.findByText('No versions yet')).toBeDefined()
  })
})
