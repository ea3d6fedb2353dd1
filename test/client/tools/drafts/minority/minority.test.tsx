// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { MinorityPart } from '../../../../../client/tools/drafts/minority/MinorityPart'
import type { Role } from '../../../../../shared/access/actor'
import { textHash } from '../../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { openedDoc, workshopSession } from '../../../../support/workshop-session'
import { vision } from '../statements'

let record: Y.Doc
const words = new Y.Doc()
fillFragment(words.getXmlFragment('body'), [{ type: 'paragraph', text: [{ text: 'Name the wage.' }] }])
beforeEach(() => {
  record = new Y.Doc()
})
afterEach(cleanup)

function put(minority: object, over: object = {}): void {
  drafts.put(record, vision({ id: 'draft_minority1', minorityOf: 'draft_vision01', minority, ...over }))
}

function show(role: Role, id: `p_${string}` = 'p_aaaaaaaa', isAdopted = false, text = words) {
  const session = workshopSession({ actor: { workshopId: 'ws_aaaaaaaa', id, role }, record, openRoom: () => openedDoc(text) })
  return render(
    <WorkshopContext value={session}>
      <MinorityPart draftId="draft_vision01" isAdopted={isAdopted} />
    </WorkshopContext>,
  )
}

const stand = (name: string, hash: string, participantId = 'p_bbbbbbbb') => ({ participantId, name, textHash: hash, atMs: 1 })

describe('the minority statement', { timeout: 30_000 }, () => {
  it('[DRAFTS-99] is written by those below the threshold, a voter too, and read by all others', async () => {
    put({ writers: ['p_aaaaaaaa'], stands: [] })
    show('voter')
    expect(await screen.findByText('Name the wage.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Open to edit' })).toBeDefined()
    cleanup()
    show('host', 'p_cccccccc')
    expect(await screen.findByText('Name the wage.')).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[DRAFTS-99] says after a secret check that everybody who takes part may write, and why', async () => {
    put({ stands: [] })
    show('contributor')
    expect(await screen.findByText(/The check was secret, so everybody who takes part may write here/)).toBeDefined()
    expect(await screen.findByRole('button', { name: 'I stand behind this' })).toBeDefined()
  })

  it('[DRAFTS-100] names who stands behind exactly these words, and asks again when they have changed', async () => {
    put({ stands: [stand('Grace', textHash('Name the wage.')), stand('Ben', textHash('Older words.'), 'p_aaaaaaaa')] })
    show('contributor')
    expect(await screen.findByText('Grace stands behind it.')).toBeDefined()
    expect(screen.getByText('The words have changed since you stood behind them. Read them again.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'I stand behind this' })).toBeDefined()
  })

  it('[DRAFTS-202] is seen by nobody but its writers and facilitators before it has words', async () => {
    const blank = new Y.Doc()
    put({ writers: ['p_aaaaaaaa'], stands: [] })
    show('voter', 'p_aaaaaaaa', true, blank)
    expect(await screen.findByText('While it has no words, the document does not speak of it.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Write it' })).toBeDefined()
    cleanup()
    show('contributor', 'p_cccccccc', true, blank)
    expect(screen.queryByRole('heading', { name: 'Minority statement' })).toBeNull()
    act(() => fillFragment(blank.getXmlFragment('body'), [{ type: 'paragraph', text: [{ text: 'Name the wage.' }] }]))
    expect(await screen.findByRole('heading', { name: 'Minority statement' })).toBeDefined()
  })

  it('[DRAFTS-102] lets a facilitator name the last day only once the wording is adopted', async () => {
    put({ stands: [] })
    show('facilitator', 'p_cccccccc')
    await screen.findByText('Name the wage.')
    expect(screen.queryByRole('button', { name: 'Name its last day…' })).toBeNull()
    cleanup()
    show('facilitator', 'p_cccccccc', true)
    expect(await screen.findByRole('button', { name: 'Name its last day…' })).toBeDefined()
    expect(screen.getByText('A minority statement is being written; it stays open until a facilitator names a day.')).toBeDefined()
  })

  it('[DRAFTS-101] is only read once it is frozen', async () => {
    const hash = textHash('Frozen words.')
    const blocksJson = JSON.stringify([{ type: 'paragraph', text: [{ text: 'Frozen words.' }] }])
    const frozen = { text: 'Frozen words.', blocksJson, textHash: hash, atMs: 1 }
    put({ writers: ['p_aaaaaaaa'], stands: [stand('Ben', hash, 'p_aaaaaaaa')], frozen }, { state: 'locked', lockedByName: '' })
    show('contributor', 'p_aaaaaaaa', true)
    expect(await screen.findByText('Frozen words.')).toBeDefined()
    expect(screen.getByText('Ben stands behind it.')).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
